import { describe, expect, it } from '@jest/globals';
import { estimateBaselines } from './alarm/baseline.js';
import { combinedWindowPValue } from './alarm/combined-window-p-value.js';
import { watchRunLengthFor } from './alarm/alarms.js';
import { watchLimit, watchRunLength } from './alarm/watch-law.js';
import { lawOfWatch, runWatch, watchedChange } from './alarm/watch.js';
import { countLaw, tailsOf } from './count-law/count-law.js';
import { betaBinomialAtLeast, betaBinomialAtMost, betaBinomialPmf } from './distributions/beta-binomial.js';
import { gammaPoissonAtLeast, gammaPoissonAtMost } from './distributions/gamma-poisson.js';
import { midPNormalScore } from './ewma/normal-score.js';
import { interpolatedRatioLimit, interpolatedShareLimit, wholeCountLimit } from './funnel/interpolated-limits.js';
import { ordinaryExpected } from './funnel/reference/phe-funnel.js';
import { crossingsMin, longestRunMax } from './runs/critical-values.js';
import { binomialCounts, poissonCounts } from './spc/exact-limits.js';
import { predictiveEvents } from './spc/predictive-rate.js';
import { PLAIN_COUNTS, predictiveCounts } from './spc/predictive-share.js';

const BAD = { none: Number.NaN, negative: -1, endless: Number.POSITIVE_INFINITY, broken: 2.5 } as const;
type Kind = keyof typeof BAD;

const BASELINE = { alpha: 20, beta: 80 };
const LAW = lawOfWatch(watchedChange(BASELINE, 0, 'up'), BASELINE, [{ denominator: 30, months: 1 }], 1);
const BASE = { events: 10, trials: 100 };
const block = (numerator: number, denominator = 30) => ({ numerator, denominator, months: 1 });

/** Every function that takes plain numbers and gives plain numbers, one parameter at a time, with the kinds of number that it refuses. */
const GUARDED: readonly (readonly [string, (value: number) => unknown, readonly Kind[]])[] = [
  ['betaBinomialPmf trials', (value) => betaBinomialPmf(value, 2, 3), ['none', 'negative', 'endless', 'broken']],
  ['betaBinomialPmf alpha', (value) => betaBinomialPmf(9, value, 3), ['none', 'negative', 'endless']],
  ['betaBinomialPmf beta', (value) => betaBinomialPmf(9, 2, value), ['none', 'negative', 'endless']],
  ['betaBinomialAtMost x', (value) => betaBinomialAtMost(value, 9, 2, 3), ['none']],
  ['betaBinomialAtLeast x', (value) => betaBinomialAtLeast(value, 9, 2, 3), ['none']],
  ['gammaPoissonAtMost x', (value) => gammaPoissonAtMost(value, 2, 3, 1), ['none']],
  ['gammaPoissonAtLeast shape', (value) => gammaPoissonAtLeast(2, value, 3, 1), ['none', 'negative', 'endless']],
  ['gammaPoissonAtMost perUnit', (value) => gammaPoissonAtMost(2, 2, value, 1), ['none', 'negative', 'endless']],
  ['gammaPoissonAtMost exposure', (value) => gammaPoissonAtMost(2, 2, 3, value), ['none', 'negative', 'endless']],
  ['countLaw trials', (value) => countLaw(value, 0.2, 0), ['none', 'negative', 'endless', 'broken']],
  ['countLaw share', (value) => countLaw(9, value, 0), ['none', 'negative', 'endless', 'broken']],
  ['countLaw correlation', (value) => countLaw(9, 0.2, value), ['none', 'negative', 'endless', 'broken']],
  ['tailsOf x', (value) => tailsOf(countLaw(9, 0.2, 0), value), ['none']],
  ['binomialCounts trials', (value) => binomialCounts(value, 0.2, 0.05), ['none', 'negative', 'endless', 'broken']],
  ['binomialCounts share', (value) => binomialCounts(9, value, 0.05), ['none', 'negative', 'endless', 'broken']],
  ['binomialCounts tail', (value) => binomialCounts(9, 0.2, value), ['none', 'negative', 'endless', 'broken']],
  ['poissonCounts exposure', (value) => poissonCounts(value, 2, 0.05), ['none', 'negative', 'endless']],
  ['poissonCounts rate', (value) => poissonCounts(2, value, 0.05), ['none', 'negative', 'endless']],
  ['poissonCounts tail', (value) => poissonCounts(2, 2, value), ['none', 'negative', 'endless', 'broken']],
  ['predictiveCounts trials', (value) => predictiveCounts(BASE, value, 0.05), ['none', 'negative', 'endless', 'broken']],
  ['predictiveCounts events', (value) => predictiveCounts({ ...BASE, events: value }, 9, 0.05), ['none', 'negative', 'endless']],
  ['predictiveCounts tail', (value) => predictiveCounts(BASE, 9, value), ['none', 'negative', 'endless', 'broken']],
  ['predictiveCounts overdispersion', (value) => predictiveCounts(BASE, 9, 0.05, { ...PLAIN_COUNTS, overdispersion: value }), ['none', 'negative', 'endless', 'broken']],
  ['predictiveCounts publishedVariance', (value) => predictiveCounts(BASE, 9, 0.05, { ...PLAIN_COUNTS, publishedVariance: () => value }), ['none', 'negative', 'endless']],
  ['predictiveEvents events', (value) => predictiveEvents({ events: value, exposure: 9 }, 1, 0.05), ['none', 'negative', 'endless']],
  ['predictiveEvents exposure of the base', (value) => predictiveEvents({ events: 3, exposure: value }, 1, 0.05), ['none', 'negative', 'endless']],
  ['predictiveEvents exposure', (value) => predictiveEvents({ events: 3, exposure: 9 }, value, 0.05), ['none', 'negative', 'endless']],
  ['predictiveEvents betweenPeriods', (value) => predictiveEvents({ events: 3, exposure: 9 }, 1, 0.05, value), ['none', 'negative', 'endless']],
  ['midPNormalScore atMost', (value) => midPNormalScore(value, 0.5, 0.1), ['none', 'negative', 'endless', 'broken']],
  ['midPNormalScore atLeast', (value) => midPNormalScore(0.5, value, 0.1), ['none', 'negative', 'endless', 'broken']],
  ['interpolatedShareLimit p', (value) => interpolatedShareLimit(value, 20, 0.2), ['none', 'negative', 'endless', 'broken']],
  ['interpolatedShareLimit trials', (value) => interpolatedShareLimit(0.025, value, 0.2), ['none', 'negative', 'endless', 'broken']],
  ['interpolatedShareLimit share', (value) => interpolatedShareLimit(0.025, 20, value), ['none', 'negative', 'endless', 'broken']],
  ['wholeCountLimit trials', (value) => wholeCountLimit(0.025, value, 0.2), ['none', 'negative', 'endless', 'broken']],
  ['interpolatedRatioLimit expected', (value) => interpolatedRatioLimit(0.025, value), ['none', 'negative', 'endless']],
  ['ordinaryExpected observed', (value) => ordinaryExpected(value), ['none', 'negative', 'endless']],
  ['longestRunMax', (value) => longestRunMax(value), ['none', 'negative', 'endless', 'broken']],
  ['crossingsMin', (value) => crossingsMin(value), ['none', 'negative', 'endless', 'broken']],
  ['watchRunLength limit', (value) => watchRunLength(LAW, value), ['none', 'negative', 'endless', 'broken']],
  ['watchLimit wantedMonths', (value) => watchLimit(LAW, value), ['none', 'negative', 'endless']],
  ['watchRunLengthFor watches', (value) => watchRunLengthFor(value, 2), ['none', 'negative', 'endless', 'broken']],
  ['watchRunLengthFor falseSignalsAMonth', (value) => watchRunLengthFor(400, value), ['none', 'negative', 'endless']],
  ['watchedChange alpha', (value) => watchedChange({ alpha: value, beta: 80 }, 0, 'up'), ['none', 'negative', 'endless']],
  ['estimateBaselines numerator', (value) => estimateBaselines([[block(value)]], 3), ['none', 'negative', 'endless', 'broken']],
  ['runWatch denominator', (value) => runWatch({ change: watchedChange(BASELINE, 0, 'up'), limit: 20 }, [block(1, value)]), ['none', 'negative', 'endless', 'broken']],
  ['combinedWindowPValue numerator', (value) => combinedWindowPValue([block(value)], BASELINE, 0, 1, 'up'), ['none', 'negative', 'endless', 'broken']],
];

describe('a number that can not be', () => {
  it.each(GUARDED)('is refused by name, and never gives NaN or a search without an end: %s', (_, call, kinds) => {
    for (const kind of kinds) expect(() => call(BAD[kind])).toThrow(RangeError);
  });

  it.each(GUARDED)('is not refused where it can be: %s', (_, call) => {
    expect([0, 0.5, 1, 2].some((value) => isAnswered(() => call(value)))).toBe(true);
  });
});

function isAnswered(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}
