import { countLaw, postingVariance, type PostingBase } from '@rolvast/domain/statistics';
import type { SharePoint } from './published-share.js';

/** Quarters of the first year, which set the centre. */
export const BASELINE_QUARTERS = 4;
const LIMIT = 3;
const WARNING = 2;

/** How counts come to the chart: as they are, or posted, their denominator as well. */
export const EXACT: PostingBase = 1;
export const POSTED: PostingBase = 3;

/** The variance that posting adds to a denominator: that of a count of which every remainder by 3 is as likely as another. */
const POSTED_DENOMINATOR_VARIANCE = 4 / 3;

/**
 * `known-centre`: the centre is taken for known, as p-charts usually do. `cautious`: the limits also allow for what a baseline
 * of four quarters leaves unsure about it.
 */
export type ChartLimits = 'known-centre' | 'cautious';

/**
 * The first quarter after the baseline on which a one-sided share chart signals a rise, or null.
 *
 * centre c = events / trials of the baseline; z = (x - c n) / sqrt(V(n)) with V(n) = n c (1 - c) + what posting adds: its own
 * variance at that law of the count, and c^2 4/3 for the denominator. Cautious limits add (n / N)^2 V(N), N the trials of
 * the baseline. Signals with z > 3, or with z > 2 for the second time among three points in a row after the baseline.
 * A quarter without a figure is no point.
 *
 * @param quarters one entry for each quarter in order, null for a quarter without a figure.
 * @returns its place in `quarters`; null also when the baseline has no figure at all.
 */
export function firstSignal(quarters: readonly (SharePoint | null)[], base: PostingBase, limits: ChartLimits): number | null {
  const baseline = quarters.slice(0, BASELINE_QUARTERS).filter((point) => point !== null);
  const trials = baseline.reduce((sum, point) => sum + point.trials, 0);
  if (trials <= 0) return null;
  const events = baseline.reduce((sum, point) => sum + point.events, 0);
  const judged = quarters.flatMap((point, place) => (place < BASELINE_QUARTERS || point === null || point.trials <= 0 ? [] : [{ place, score: scoreOf(point, { events, trials }, base, limits) }]));
  const scores = judged.map(({ score }) => score);
  return judged[scores.findIndex((_, index) => signals(scores, index))]?.place ?? null;
}

function signals(scores: readonly number[], index: number): boolean {
  const score = scores[index] ?? 0;
  if (score > LIMIT) return true;
  return score > WARNING && scores.slice(Math.max(0, index - 2), index + 1).filter((one) => one > WARNING).length >= 2;
}

/** In standard deviations; any event at all is beyond every limit when the baseline has none. */
function scoreOf({ events, trials }: SharePoint, baseline: SharePoint, base: PostingBase, limits: ChartLimits): number {
  const centre = Math.min(1, baseline.events / baseline.trials);
  const distance = events - centre * trials;
  const ofBaseline = limits === 'known-centre' ? 0 : (trials / baseline.trials) ** 2 * varianceOf(baseline.trials, centre, base);
  const variance = varianceOf(trials, centre, base) + ofBaseline;
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance > 0 ? Number.POSITIVE_INFINITY : 0;
}

function varianceOf(trials: number, centre: number, base: PostingBase): number {
  const ofPosting = base === EXACT ? 0 : postingVariance(countLaw(trials, centre, 0), base) + centre ** 2 * POSTED_DENOMINATOR_VARIANCE;
  return trials * centre * (1 - centre) + ofPosting;
}
