import type { FunnelKind, TransformedScore } from './funnel-plot-r-scores.js';

/** How much more units differ than chance alone explains. */
export interface FunnelSpread {
  /** Scores after trimming, in the order given; null for a score that was cut off or never there. */
  readonly trimmed: readonly (number | null)[];
  /** Mean squared score after trimming; null when it has no bound, or when no score is left. */
  readonly phi: number | null;
  /** Variance between units on the transformed scale; null when it has no bound. */
  readonly tau2: number | null;
}

/**
 * Trims the scores at both ends and measures what is left.
 *
 * Log ratios are truncated: with k = 1 / trimBy and N units, a score whose floor(rank * k / (N + 1)) is 0, or at least
 * k - 1, is cut off. All others are winsorised: pulled in to the quantiles (type 7) trimBy and 1 - trimBy. phi = mean z²
 * over the n scores left; tau² = (n phi - (n - 1)) / (sum w - sum w² / sum w) with w = 1 / error², and 0 when n phi is
 * below n - 1.
 *
 * @param trimBy share of units at each end, in [0, 0.5]; 0 trims nothing.
 * @returns `phi` and `tau2` null when a unit without events is left on the log scale, where the reference has infinity: its
 * ranks share one tie, and a tie of several can outlast the truncation. One unit alone has no bound either, as in the
 * reference, unless it lies exactly on the target (a share always does), where the reference stops; tau² is 0 there.
 * Source: DerSimonian and Laird 1986; FunnelPlotR 0.6.0. Golden vectors: funnel-pr-*, funnel-sr-cqc-01.
 */
export function funnelSpread(scores: readonly TransformedScore[], kind: FunnelKind, trimBy: number): FunnelSpread {
  const values = scores.map(({ z }) => z ?? Number.NEGATIVE_INFINITY);
  const kept = kind === 'ratio-log' ? truncate(values, trimBy) : winsorise(values, trimBy);
  const left = kept.flatMap((z, index) => (z === null ? [] : [{ z, weight: 1 / (scores[index]?.standardError ?? 0) ** 2 }]));
  const trimmed = kept.map((z) => (z === null || !Number.isFinite(z) ? null : z));
  if (left.length === 0) return { trimmed, phi: null, tau2: 0 };
  if (left.some(({ z }) => !Number.isFinite(z))) return { trimmed, phi: null, tau2: null };
  const squares = left.reduce((sum, { z }) => sum + z * z, 0);
  return { trimmed, phi: squares / left.length, tau2: betweenVariance(squares, left.map(({ weight }) => weight)) };
}

function betweenVariance(squares: number, weights: readonly number[]): number | null {
  const surplus = squares - (weights.length - 1);
  if (surplus <= 0) return 0;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const room = sum - weights.reduce((total, weight) => total + weight * weight, 0) / sum;
  return weights.length === 1 || room <= 0 ? null : surplus / room;
}

function truncate(values: readonly number[], trimBy: number): readonly (number | null)[] {
  if (trimBy === 0) return values;
  const groups = 1 / trimBy;
  return values.map((value) => {
    const group = Math.floor((averageRank(value, values) * groups) / (values.length + 1));
    return group > 0 && group < groups - 1 ? value : null;
  });
}

/** 1 for the smallest; equal values share the mean of their ranks. */
function averageRank(value: number, values: readonly number[]): number {
  const below = values.filter((other) => other < value).length;
  const equal = values.filter((other) => other === value).length;
  return below + (equal + 1) / 2;
}

function winsorise(values: readonly number[], trimBy: number): readonly number[] {
  const sorted = values.toSorted((one, other) => one - other);
  const low = quantileOfSorted(sorted, trimBy);
  const high = quantileOfSorted(sorted, 1 - trimBy);
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** Linear between neighbours (R's type 7): position 1 + (n - 1) p. */
function quantileOfSorted(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (position - Math.floor(position)) * (high - low);
}
