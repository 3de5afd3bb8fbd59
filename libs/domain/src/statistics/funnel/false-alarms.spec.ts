import { describe, expect, it } from '@jest/globals';
import { countLaw } from '../count-law/count-law.js';
import { ordinaryCounts } from '../count-law/ordinary-counts.js';
import { binomialPmf } from '../distributions/binomial.js';
import type { FunnelLimits } from './funnel-limits.js';
import { adjustedLines } from './reference/funnel-plot-r-limits.js';
import { scoreLimits } from './reference/phe-funnel.js';

const SIZES = Array.from({ length: 53 }, (_, index) => 8 + index);

/** Exact probability that an ordinary unit of 8 to 60 reflections lies outside, averaged over the sizes. */
function falseAlarms(share: number, isOutside: (count: number, size: number) => boolean): number {
  const per = SIZES.map((size) =>
    Array.from({ length: size + 1 }, (_, count) => (isOutside(count, size) ? binomialPmf(count, size, share) : 0)).reduce((sum, p) => sum + p, 0),
  );
  return per.reduce((sum, p) => sum + p, 0) / SIZES.length;
}

function byLines(lines: (size: number) => FunnelLimits, level: '95' | '998') {
  return (count: number, size: number) => {
    const limits = lines(size);
    return count / size < (limits[`lower${level}`] ?? 0) || count / size > (limits[`upper${level}`] ?? 1);
  };
}

function byTails(share: number, tail: number) {
  return (count: number, size: number) => {
    const { least, greatest } = ordinaryCounts(countLaw(size, share, 0), tail);
    return count < least || count > greatest;
  };
}

describe('how many ordinary teams a funnel takes for different', () => {
  it.each([
    [0.03, 0.151, 0.045, 0.012, 0.0002, 0.0088, 0.0004],
    [0.08, 0.115, 0.043, 0.018, 0.0182, 0.0045, 0.0005],
    [0.15, 0.08, 0.045, 0.025, 0.0113, 0.0031, 0.0007],
    [0.3, 0.058, 0.051, 0.03, 0.0064, 0.002, 0.0009],
  ])('is what was measured for a share of %d: arcsine lines too many, exact tails never more than stated', (share, arcsine95, score95, exact95, arcsine998, score998, exact998) => {
    // The lines are drawn on to a larger unit, because the reference leaves the largest unit's folded line as it is.
    const arcsine = adjustedLines('share', share, 0, [...SIZES, 200]);
    const score = (size: number) => scoreLimits(share, size);
    const found = {
      inner: [falseAlarms(share, byLines(arcsine, '95')), falseAlarms(share, byLines(score, '95')), falseAlarms(share, byTails(share, 0.025))],
      outer: [falseAlarms(share, byLines(arcsine, '998')), falseAlarms(share, byLines(score, '998')), falseAlarms(share, byTails(share, 0.001))],
    };
    [arcsine95, score95, exact95].forEach((measured, method) => expect(Math.abs((found.inner[method] ?? 1) - measured)).toBeLessThan(0.0006));
    [arcsine998, score998, exact998].forEach((measured, method) => expect(Math.abs((found.outer[method] ?? 1) - measured)).toBeLessThan(0.00006));
    expect(found.inner[2]).toBeLessThanOrEqual(0.05);
    expect(found.outer[2]).toBeLessThanOrEqual(0.002);
  });
});
