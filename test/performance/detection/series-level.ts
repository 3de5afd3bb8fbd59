import { estimateBaselines, lawOfWatch, runWatch, watchedChange, watchLimit, type PostedBlock, type ShareBaseline } from '@rolvast/domain/statistics';
import { firstNhsSignal, type NhsChart } from './nhs-rules.js';
import { CHANGED_MONTHS, drawBlocks, GOOD_MONTHS, PITFALL_RATES, QUIET_MONTHS, simulateOrganisation, type Circumstances, type Series } from './organisation.js';
import { CLASSES, classOf, emptyTally, type Tally } from './tally.js';

/** The run lengths, in months, that watches are set to; from what the NHS rules have to beyond what is stated. */
export const RUN_LENGTHS = [30, 50, 80, 125, 200, 280, 400, 600] as const;
/** Follow-ups drawn for each baseline. */
const FOLLOW_UPS = 6;
/** A limit that is never reached: the level times it is the evidence. */
const NEVER = 1e6;
/** A rate that is known rests on this many reflections. */
const KNOWN_REFLECTIONS = 1e7;

export const NHS_CHARTS: readonly NhsChart[] = ['p', 'xmr'];

export type MethodName = `watch ${number}` | `nhs ${NhsChart}`;
export type TallyOfMethods = Record<string, Record<string, Tally>>;

export interface SeriesStudy extends Circumstances {
  /** Whether the watch is told the usual rate and overdispersion, instead of estimating them. */
  readonly ratesKnown: boolean;
}

/** What every method does on one organisation, by method and class of expected count. */
export function studySeries(seed: number, study: SeriesStudy): TallyOfMethods {
  const { series, chance } = simulateOrganisation(seed, study);
  const tallies: TallyOfMethods = {};
  for (const method of [...RUN_LENGTHS.map((length) => `watch ${length}`), ...NHS_CHARTS.map((chart) => `nhs ${chart}`)]) {
    tallies[method] = Object.fromEntries(CLASSES.map((name) => [name, emptyTally()]));
  }
  for (const pitfall of PITFALL_RATES.keys()) {
    const members = series.filter((one) => one.pitfall === pitfall);
    const estimated = estimateBaselines(members.map(({ baseline }) => baseline), study.base);
    for (const [index, one] of members.entries()) {
      const known = { alpha: one.rate * KNOWN_REFLECTIONS, beta: (1 - one.rate) * KNOWN_REFLECTIONS };
      const baseline = study.ratesKnown ? known : (estimated.teams[index] ?? known);
      const firsts = firstSignals(one, baseline, study.ratesKnown ? study.overdispersion : estimated.overdispersion, study);
      for (let round = 0; round < FOLLOW_UPS; round += 1) {
        const quiet = drawBlocks(one, chance, study, QUIET_MONTHS);
        const changed = drawBlocks(one, chance, study, GOOD_MONTHS + CHANGED_MONTHS, GOOD_MONTHS);
        for (const [method, first] of firsts(quiet)) note(tallies[method]?.[classOf(one.expected)], one, quiet, first, 'quiet');
        for (const [method, first] of firsts(changed)) note(tallies[method]?.[classOf(one.expected)], one, changed, first, 'changed');
      }
    }
  }
  return tallies;
}

/** For drawn blocks, per method, the position of the first signal, or -1. */
function firstSignals(series: Series, baseline: ShareBaseline, overdispersion: number, { base }: Circumstances): (blocks: readonly PostedBlock[]) => readonly (readonly [MethodName, number])[] {
  const change = watchedChange(baseline, overdispersion, 'up');
  const law = lawOfWatch(change, baseline, series.baseline, base);
  const limits = RUN_LENGTHS.map((length) => ({ length, limit: watchLimit(law, length) }));
  return (blocks) => {
    const evidence = runWatch({ change, limit: NEVER }, blocks).level.map((level) => (level ?? 0) * NEVER + 1e-6);
    return [
      ...limits.map(({ length, limit }) => [`watch ${length}`, evidence.findIndex((steps) => steps >= limit)] as const),
      ...NHS_CHARTS.map((chart) => [`nhs ${chart}`, firstNhsSignal(chart, series.baseline, blocks)] as const),
    ];
  };
}

function note(tally: Tally | undefined, series: Series, blocks: readonly PostedBlock[], first: number, arm: 'quiet' | 'changed'): void {
  if (tally === undefined) return;
  const last = series.sizes[first === -1 ? blocks.length - 1 : first]?.lastMonth ?? 0;
  if (arm === 'quiet') {
    tally.quietMonths += last + 1;
    tally.falseSignals += first === -1 ? 0 : 1;
    return;
  }
  if (first !== -1 && last < GOOD_MONTHS) return;
  const delay = first === -1 ? CHANGED_MONTHS : last - GOOD_MONTHS + 1;
  tally.doubled += 1;
  tally.delayMonths += delay;
  tally.foundIn3 += first !== -1 && delay <= 3 ? 1 : 0;
  tally.foundIn12 += first !== -1 && delay <= 12 ? 1 : 0;
}
