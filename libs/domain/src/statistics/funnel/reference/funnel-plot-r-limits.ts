import { chiSquareQuantile } from '../../distributions/continuous.js';
import { limitsFrom, type FunnelLimits } from '../funnel-limits.js';
import type { FunnelKind } from './funnel-plot-r-scores.js';

/** The deviations as the reference writes them: 95 and 99.8 %. */
const DEVIATIONS = { inner: 1.959964, outer: 3.090232 } as const;
const TAILS = { inner: 0.025, outer: 0.001 } as const;

/** The reference draws its lines at this many sizes, from the first size to the largest unit, and at those of the units. */
const DRAWN_SIZES = 1000;

export type Lines = (denominator: number) => FunnelLimits;

/**
 * Lines without between-unit variance, as a function of size.
 *
 * Observed over expected: exact Poisson, half the chi-square quantile of the tail with 2E degrees of freedom over E, and of
 * 1 - tail with 2E + 2. Others: as `adjustedLines` with tau² 0.
 */
export function unadjustedLines(kind: FunnelKind, target: number, sizes: readonly number[]): Lines {
  if (kind === 'share' || kind === 'count-ratio') return adjustedLines(kind, target, 0, sizes);
  return (expected) =>
    limitsFrom((side, level) => {
      const tail = TAILS[level];
      return (side < 0 ? chiSquareQuantile(tail, 2 * expected) : chiSquareQuantile(1 - tail, 2 * expected + 2)) / 2 / expected;
    });
}

/**
 * Lines that allow for variance between units, as a function of size.
 *
 * With z deviations and d = z sqrt(error² + tau²): log ratio exp(±d); square-root ratio 1 ± d, which is not squared back and
 * may fall below 0, as in the reference; share sin²(asin sqrt target ± d); ratio of counts target * exp(±d) with error
 * 1/(2 sqrt n).
 *
 * @param tau2 null when it has no bound: then there is no upper line, and the lower one is 0 (none on the square-root scale).
 * @param sizes the denominators of all units; needed because the reference straightens the folded ends of a share's lines
 * against the next size drawn.
 * Source: FunnelPlotR 0.6.0. Golden vectors: funnel-pr-*, funnel-sr-cqc-01.
 */
export function adjustedLines(kind: FunnelKind, target: number, tau2: number | null, sizes: readonly number[]): Lines {
  if (tau2 === null) return () => limitsFrom((side) => (side < 0 && kind !== 'ratio-square-root' ? 0 : null));
  const error2 = (size: number) => (kind === 'ratio-log' ? 1 / size : 1 / (4 * size));
  const line = (size: number, side: -1 | 1, level: keyof typeof DEVIATIONS) => back(kind, target, side * DEVIATIONS[level] * Math.sqrt(error2(size) + tau2));
  if (kind !== 'share') return (size) => limitsFrom((side, level) => line(size, side, level));
  const drawn = drawnSizes(sizes);
  return (size) => limitsFrom((side, level) => straightened(line(size, side, level), nextOf(drawn, size), (next) => line(next, side, level), side));
}

function back(kind: FunnelKind, target: number, distance: number): number {
  switch (kind) {
    case 'ratio-log':
      return Math.exp(distance);
    case 'ratio-square-root':
      return 1 + distance;
    case 'share':
      return Math.sin(Math.asin(Math.sqrt(target)) + distance) ** 2;
    case 'count-ratio':
      return target * Math.exp(distance);
  }
}

/** sin² folds at 0 and at 1; where the line turns back before the next size it stands for everything beyond. */
function straightened(here: number, next: number | null, at: (size: number) => number, side: -1 | 1): number {
  if (next === null) return here;
  const there = at(next);
  if (side < 0) return here > there ? 0 : here;
  return here < there ? 1 : here;
}

function drawnSizes(sizes: readonly number[]): readonly number[] {
  const first = 3;
  const last = Math.ceil(Math.max(...sizes));
  const step = (last - first) / (DRAWN_SIZES - 1);
  const even = Array.from({ length: DRAWN_SIZES }, (_, index) => (index === DRAWN_SIZES - 1 ? last : first + index * step));
  return [...new Set([...even, ...sizes])].sort((one, other) => one - other);
}

function nextOf(sizes: readonly number[], size: number): number | null {
  return sizes.find((other) => other > size) ?? null;
}
