import type { OrganisationTally } from './organisation-level.js';
import { NHS_CHARTS, RUN_LENGTHS, type TallyOfMethods } from './series-level.js';
import { ORGANISATION_STUDY_NAMES, SERIES_STUDY_NAMES, type TaskResult } from './study.js';
import type { Speed } from './speed.js';
import { CLASSES, emptyTally, ratioOf, rounded, type ExpectedClass, type Measured, type Tally } from './tally.js';

/** One method in one class of expected events a month. */
export interface MethodFigures {
  /** Months watched, divided by first false signals, over 60 months. */
  readonly inControlRunLength: Measured;
  /** Mean months from the doubling to the signal; not found within 36 counts as 36. */
  readonly delay: Measured;
  readonly foundIn3: number;
  readonly foundIn12: number;
}

type ByClass<Value> = Readonly<Record<string, Value>>;

export interface SeriesReport {
  /** By method: `nhs p`, `nhs xmr`, and `watch L` set to a run length of L months. */
  readonly methods: Readonly<Record<string, ByClass<MethodFigures>>>;
  /** All classes together, by run length that was asked for: the run length that was measured. */
  readonly statedAndMeasured: Readonly<Record<string, Measured>>;
  /** Our delay where our measured run length in the class is that of the NHS rules, or 200 or 400 months. */
  readonly delayAtEqualRunLength: Readonly<Record<string, ByClass<number>>>;
}

export interface OrganisationReport {
  readonly falseWatchAMonth: Measured;
  readonly falseConfirmedAMonth: Measured;
  readonly watchIn3: Measured;
  readonly watchIn12: Measured;
  readonly confirmedIn3: Measured;
  readonly confirmedIn12: Measured;
}

export interface DetectionReport {
  readonly seed: number;
  readonly series: Readonly<Record<string, SeriesReport>>;
  readonly organisation: Readonly<Record<string, OrganisationReport>>;
  readonly speed: { readonly seriesCount: 400; readonly months: 36; readonly milliseconds: number; readonly processorMilliseconds: number };
}

/** Puts the results of all tasks together; standard errors from how organisations differ. */
export function reportOf(seed: number, results: readonly TaskResult[], { milliseconds, processorMilliseconds }: Speed): DetectionReport {
  const series = SERIES_STUDY_NAMES.map((name) => [name, seriesReport(results.flatMap((result) => (result.level === 'series' && result.study === name ? [result.tallies] : [])))] as const);
  const organisation = ORGANISATION_STUDY_NAMES.map(
    (name) => [name, organisationReport(results.flatMap((result) => (result.level === 'organisation' && result.study === name ? [result.tally] : [])))] as const,
  );
  return { seed, series: Object.fromEntries(series), organisation: Object.fromEntries(organisation), speed: { seriesCount: 400, months: 36, milliseconds: rounded(milliseconds), processorMilliseconds: rounded(processorMilliseconds) } };
}

function seriesReport(organisations: readonly TallyOfMethods[]): SeriesReport {
  const names = Object.keys(organisations[0] ?? {});
  const talliesOf = (method: string, name: ExpectedClass): readonly Tally[] => organisations.map((one) => one[method]?.[name] ?? emptyTally());
  const methods = Object.fromEntries(names.map((method) => [method, Object.fromEntries(CLASSES.map((name) => [name, figuresOf(talliesOf(method, name))]))]));
  const statedAndMeasured = Object.fromEntries(
    RUN_LENGTHS.map((length) => {
      const parts = organisations.map((one) => CLASSES.map((name) => one[`watch ${length}`]?.[name] ?? emptyTally()));
      return [String(length), ratioOf(parts.map((tallies) => ({ over: sumOf(tallies, 'quietMonths'), under: sumOf(tallies, 'falseSignals') })))];
    }),
  );
  const at = (wanted: (name: ExpectedClass) => number): ByClass<number> => Object.fromEntries(CLASSES.map((name) => [name, delayAt(methods, name, wanted(name))]));
  return {
    methods,
    statedAndMeasured,
    delayAtEqualRunLength: {
      ...Object.fromEntries(NHS_CHARTS.map((chart) => [`nhs ${chart}`, at((name) => methods[`nhs ${chart}`]?.[name]?.inControlRunLength.value ?? Number.NaN)])),
      200: at(() => 200),
      400: at(() => 400),
    },
  };
}

function figuresOf(tallies: readonly Tally[]): MethodFigures {
  const doubled = sumOf(tallies, 'doubled');
  return {
    inControlRunLength: ratioOf(tallies.map((tally) => ({ over: tally.quietMonths, under: tally.falseSignals }))),
    delay: ratioOf(tallies.map((tally) => ({ over: tally.delayMonths, under: tally.doubled }))),
    foundIn3: rounded(sumOf(tallies, 'foundIn3') / doubled),
    foundIn12: rounded(sumOf(tallies, 'foundIn12') / doubled),
  };
}

function sumOf(tallies: readonly Tally[], field: keyof Tally): number {
  return tallies.reduce((sum, tally) => sum + tally[field], 0);
}

/** Our delay at a measured run length, read off the line between the two settings around it (delay against its logarithm). */
function delayAt(methods: Readonly<Record<string, ByClass<MethodFigures>>>, name: ExpectedClass, wanted: number): number {
  const points = RUN_LENGTHS.flatMap((length) => {
    const figures = methods[`watch ${length}`]?.[name];
    return figures === undefined ? [] : [{ log: Math.log(figures.inControlRunLength.value), delay: figures.delay.value }];
  });
  const after = Math.max(1, points.findIndex(({ log }) => log >= Math.log(wanted)));
  const [low, high] = points[points.length - 1] !== undefined && points.every(({ log }) => log < Math.log(wanted)) ? points.slice(-2) : points.slice(after - 1, after + 1);
  if (low === undefined || high === undefined) return Number.NaN;
  return rounded(low.delay + ((Math.log(wanted) - low.log) / (high.log - low.log)) * (high.delay - low.delay));
}

function organisationReport(tallies: readonly OrganisationTally[]): OrganisationReport {
  const ratio = (over: keyof OrganisationTally, under: keyof OrganisationTally): Measured => ratioOf(tallies.map((tally) => ({ over: tally[over], under: tally[under] })));
  return {
    falseWatchAMonth: ratio('falseWatch', 'quietMonths'),
    falseConfirmedAMonth: ratio('falseConfirmed', 'quietMonths'),
    watchIn3: ratio('watchIn3', 'doubled'),
    watchIn12: ratio('watchIn12', 'doubled'),
    confirmedIn3: ratio('confirmedIn3', 'doubled'),
    confirmedIn12: ratio('confirmedIn12', 'doubled'),
  };
}
