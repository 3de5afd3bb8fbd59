/** A unit with its figure, and the variance that rounding adds to its count. */
export interface SpreadUnit {
  readonly numerator: number;
  readonly denominator: number;
  /** In counts squared: 0 for exact counts. */
  readonly roundingVariance: number;
}

/** How much more units differ than chance and rounding explain. */
export interface PooledSpread {
  /** Mean squared score over the units less one; 1 is chance alone, null for one unit or a share of 0 or 1. */
  readonly phi: number | null;
  /** Correlation between the reflections of one unit; 0 unless phi is above 1. */
  readonly correlation: number;
  /** The variance between units of the share itself: correlation * share * (1 - share). */
  readonly tau2: number;
}

/** More would mean that units have nothing in common; a beta law cannot be drawn with 1. */
const LARGEST_CORRELATION = 0.5;

/** A unit further than this many standard deviations from the centre, by the spread of all others, does not set the spread. */
const SCREEN_AT = 3.090232;

/**
 * The spread between units, pooled over all of them but those far outside.
 *
 * With v = n p (1 - p) + rounding variance and z² = (x - n p)² / v: phi = sum z² / (k - 1). When phi is above 1, the
 * correlation is the one that explains the surplus: (sum z² - (k - 1)) / sum((n - 1) n p (1 - p) / v). Screened once: a
 * unit outside 99.8 % by the spread of the others is left out, because otherwise the one team that differs widens the lines
 * that should show it (measured: a doubled share among 40 was then found half as often).
 *
 * Assumes that units differ around one share.
 *
 * @param share the centre, in [0, 1].
 * Source: the method of moments of DerSimonian and Laird on the scale of the count.
 */
export function pooledSpread(units: readonly SpreadUnit[], share: number): PooledSpread {
  const chance = share * (1 - share);
  const scores = units.map((unit) => scoreOf(unit, share));
  const all = add(scores);
  const screened = scores.filter((score) => score.square <= SCREEN_AT ** 2 * (1 + correlationOf(without(all, score)) * score.leverage));
  const kept = add(screened.length < 2 ? scores : screened);
  if (chance === 0 || kept.units < 2) return { phi: null, correlation: 0, tau2: 0 };
  const correlation = correlationOf(kept);
  return { phi: kept.square / (kept.units - 1), correlation, tau2: correlation * chance };
}

/** The sums that make phi and the correlation, over any number of units. */
interface Score {
  readonly units: number;
  /** Squared distance from the centre in variances of chance. */
  readonly square: number;
  /** How many variances of chance one unit of correlation adds. */
  readonly leverage: number;
}

function scoreOf({ numerator, denominator, roundingVariance }: SpreadUnit, share: number): Score {
  const binomial = denominator * share * (1 - share);
  const variance = binomial + roundingVariance;
  if (variance === 0) return { units: 1, square: 0, leverage: 0 };
  return { units: 1, square: (numerator - denominator * share) ** 2 / variance, leverage: ((denominator - 1) * binomial) / variance };
}

function correlationOf({ units, square, leverage }: Score): number {
  const surplus = square - (units - 1);
  return surplus > 0 && leverage > 0 ? Math.min(LARGEST_CORRELATION, surplus / leverage) : 0;
}

function add(scores: readonly Score[]): Score {
  return scores.reduce((sum, score) => ({ units: sum.units + score.units, square: sum.square + score.square, leverage: sum.leverage + score.leverage }), { units: 0, square: 0, leverage: 0 });
}

function without(all: Score, score: Score): Score {
  return { units: all.units - score.units, square: all.square - score.square, leverage: all.leverage - score.leverage };
}
