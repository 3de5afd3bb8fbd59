import { DELAY_FLOORS, ORGANISATION_FLOORS, RUN_LENGTH_TOLERANCE, SPEED_FLOOR_MILLISECONDS, type Bound } from './floors.js';
import type { DetectionReport, OrganisationReport, SeriesReport } from './report.js';
import { NHS_CHARTS } from './series-level.js';
import { CLASSES, type ExpectedClass, type Measured } from './tally.js';

/** Run lengths, in months, that the verdict speaks of. */
const JUDGED = [200, 400] as const;

/** A measured figure beside its floor; `met` is null where there is none. */
export interface Judged {
  readonly value: number;
  readonly standardError: number;
  readonly floor: Bound | null;
  readonly met: boolean | null;
}

export interface AskedAndMeasured {
  readonly asked: number;
  readonly measured: number;
  readonly standardError: number;
  readonly withinTenPercent: boolean;
}

export interface WatchVerdict {
  /** Months in control for one first false signal, beside what the limits were worked out for. */
  readonly inControlRunLength: AskedAndMeasured;
  /** Mean months from the doubling to the signal with these limits; not found within 36 counts as 36. */
  readonly delayAsSet: Measured;
  /** The same where the measured run length of the class is what was asked for. */
  readonly delayAtMeasuredRunLength: Judged;
}

export interface NhsVerdict {
  readonly inControlRunLength: Measured;
  readonly delay: Measured;
  /** Ours where our measured run length is that of these rules. */
  readonly ourDelayAtEqualFalseAlarms: number;
  readonly beaten: boolean;
}

export interface LawVerdict {
  readonly byExpectedEventsAMonth: Readonly<Record<string, { readonly watch: Readonly<Record<string, WatchVerdict>>; readonly nhs: Readonly<Record<string, NhsVerdict>> }>>;
  readonly allClasses: Readonly<Record<string, AskedAndMeasured>>;
  readonly organisation: Readonly<Record<string, Judged>> | null;
}

export interface Verdict {
  readonly seed: number;
  readonly seconds: number;
  readonly laws: Readonly<Record<string, LawVerdict>>;
  readonly speed: DetectionReport['speed'] & { readonly floor: Bound; readonly met: boolean };
}

/** The report said by law and class, every figure beside what was asked of it. `seconds` is what the whole run took. */
export function verdictOf(report: DetectionReport, seconds: number): Verdict {
  const laws = Object.entries(report.series).map(([law, series]) => [law, lawVerdict(law, series, report.organisation[law])] as const);
  const floor = { most: SPEED_FLOOR_MILLISECONDS };
  return { seed: report.seed, seconds, laws: Object.fromEntries(laws), speed: { ...report.speed, floor, met: isMet(report.speed.milliseconds, floor) } };
}

function lawVerdict(law: string, series: SeriesReport, organisation: OrganisationReport | undefined): LawVerdict {
  const classes = CLASSES.map((name) => {
    const watch = JUDGED.map((asked) => [String(asked), watchVerdict(law, series, name, asked)] as const);
    const nhs = NHS_CHARTS.map((chart) => [chart, nhsVerdict(series, name, `nhs ${chart}`)] as const);
    return [name, { watch: Object.fromEntries(watch), nhs: Object.fromEntries(nhs) }] as const;
  });
  const all = JUDGED.map((asked) => [String(asked), askedAndMeasured(asked, series.statedAndMeasured[String(asked)] ?? UNMEASURED)] as const);
  return {
    byExpectedEventsAMonth: Object.fromEntries(classes),
    allClasses: Object.fromEntries(all),
    organisation: organisation === undefined ? null : judgeOrganisation(law, organisation),
  };
}

const UNMEASURED: Measured = { value: Number.NaN, se: Number.NaN };

function watchVerdict(law: string, series: SeriesReport, name: ExpectedClass, asked: number): WatchVerdict {
  const figures = series.methods[`watch ${asked}`]?.[name];
  const delay = figures?.delay ?? UNMEASURED;
  const most = DELAY_FLOORS[law]?.[String(asked)]?.[name];
  const equal = { value: series.delayAtEqualRunLength[String(asked)]?.[name] ?? Number.NaN, se: delay.se };
  return {
    inControlRunLength: askedAndMeasured(asked, figures?.inControlRunLength ?? UNMEASURED),
    delayAsSet: delay,
    delayAtMeasuredRunLength: judge(equal, most === undefined ? null : { most }),
  };
}

function nhsVerdict(series: SeriesReport, name: ExpectedClass, method: string): NhsVerdict {
  const figures = series.methods[method]?.[name];
  const delay = figures?.delay ?? UNMEASURED;
  const ours = series.delayAtEqualRunLength[method]?.[name] ?? Number.NaN;
  return { inControlRunLength: figures?.inControlRunLength ?? UNMEASURED, delay, ourDelayAtEqualFalseAlarms: ours, beaten: ours < delay.value };
}

function judgeOrganisation(law: string, organisation: OrganisationReport): Readonly<Record<string, Judged>> {
  const entries: readonly (readonly [string, Measured])[] = Object.entries(organisation);
  return Object.fromEntries(entries.map(([name, measured]) => [name, judge(measured, ORGANISATION_FLOORS[law]?.[name] ?? null)]));
}

function askedAndMeasured(asked: number, { value, se }: Measured): AskedAndMeasured {
  return { asked, measured: value, standardError: se, withinTenPercent: Math.abs(value / asked - 1) <= RUN_LENGTH_TOLERANCE };
}

function judge({ value, se }: Measured, floor: Bound | null): Judged {
  return { value, standardError: se, floor, met: floor === null ? null : isMet(value, floor) };
}

function isMet(value: number, floor: Bound): boolean {
  return 'most' in floor ? value <= floor.most : value >= floor.least;
}
