/** What the figure of a unit is: a ratio of observed to expected on either scale, a share, or a ratio of two counts. */
export type FunnelKind = 'ratio-log' | 'ratio-square-root' | 'share' | 'count-ratio';

/** A unit with its figure; the denominator is above 0. */
export interface FunnelUnit {
  readonly numerator: number;
  readonly denominator: number;
}

/** A unit on the scale of its kind: how many standard errors from the target, and that error. */
export interface TransformedScore {
  /** Null where the scale has no value: no events on a log scale. */
  readonly z: number | null;
  readonly standardError: number;
}

/**
 * The centre: 1 for observed over expected, else all numerators over all denominators.
 */
export function funnelTarget(units: readonly FunnelUnit[], kind: FunnelKind): number {
  if (kind === 'ratio-log' || kind === 'ratio-square-root') return 1;
  const numerator = units.reduce((sum, unit) => sum + unit.numerator, 0);
  return numerator / units.reduce((sum, unit) => sum + unit.denominator, 0);
}

/**
 * Scores on the variance-stabilising scale of each kind.
 *
 * With O of E (or of n): log of O/E, error 1/sqrt E; square root of O/E, error 1/(2 sqrt E); arcsine of sqrt(O/n), error
 * 1/(2 sqrt n); log of (O + ½)/(n + ½), error sqrt(O/(O + ½)² + n/(n + ½)²). z = (value - target's value) / error.
 *
 * Source: Spiegelhalter et al. 2012, J R Stat Soc A 175:1; FunnelPlotR 0.6.0. Golden vectors: funnel-pr-*, funnel-sr-cqc-01.
 */
export function transformedScore({ numerator, denominator }: FunnelUnit, kind: FunnelKind, target: number): TransformedScore {
  const halfError = 1 / (2 * Math.sqrt(denominator));
  switch (kind) {
    case 'ratio-log':
      return scored(Math.log(numerator / denominator), 2 * halfError);
    case 'ratio-square-root':
      return scored(Math.sqrt(numerator / denominator) - 1, halfError);
    case 'share':
      return scored(Math.asin(Math.sqrt(numerator / denominator)) - Math.asin(Math.sqrt(target)), halfError);
    case 'count-ratio':
      return scored(Math.log((numerator + 0.5) / (denominator + 0.5)) - Math.log(target), countRatioError(numerator, denominator));
  }
}

function countRatioError(numerator: number, denominator: number): number {
  return Math.sqrt(numerator / (numerator + 0.5) ** 2 + denominator / (denominator + 0.5) ** 2);
}

function scored(distance: number, standardError: number): TransformedScore {
  return { z: Number.isFinite(distance) ? distance / standardError : null, standardError };
}
