/** Where a unit's figure lies against both pairs of lines; 'inside' says nothing more than that chance explains it. */
export type FunnelPosition = 'below-998' | 'below-95' | 'inside' | 'above-95' | 'above-998';

/** The four lines at one unit, in the unit of the figure. Null where a line is not defined. */
export interface FunnelLimits {
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
}

/** No line is defined, as for a unit without a figure. */
export const NO_LIMITS: FunnelLimits = { lower95: null, upper95: null, lower998: null, upper998: null };

/** Makes all four lines from one that takes a side (-1 lower, 1 upper) and a level (95 or 99.8 %). */
export function limitsFrom(line: (side: -1 | 1, level: 'inner' | 'outer') => number | null): FunnelLimits {
  return { lower95: line(-1, 'inner'), upper95: line(1, 'inner'), lower998: line(-1, 'outer'), upper998: line(1, 'outer') };
}
