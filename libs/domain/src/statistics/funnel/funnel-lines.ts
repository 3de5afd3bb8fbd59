import { tailsOf, type CountLaw } from '../count-law/count-law.js';
import { ordinaryCounts } from '../count-law/ordinary-counts.js';
import { requireCount } from '../required-parameter.js';
import { INNER_TAIL, lawOfUnit, OUTER_TAIL, type ExactFunnel, type ExactFunnelOptions } from './exact-funnel.js';

/** The lines of a funnel to draw, along sizes; shares in [0, 1], one entry a size. */
export interface FunnelLines {
  readonly sizes: readonly number[];
  readonly lower95: readonly number[];
  readonly upper95: readonly number[];
  readonly lower998: readonly number[];
  readonly upper998: readonly number[];
}

/**
 * The lines of an exact funnel as curves that can be drawn, which never disagree with the position of a unit.
 *
 * Between the last ordinary count and the first extraordinary one that can occur there is room of one step (3 for posted counts). A
 * line lies within that room, at the part of it that is left of the tail: least - step (P(X <= least) - tail) / P(X = least), and
 * likewise above. So it runs without the steps of whole counts, and a unit is beyond it exactly when {@link exactFunnel} says so.
 *
 * @param sizes whole numbers, 1 or more. @param funnel the centre and the correlation that its units were placed with.
 * @param options those of the funnel.
 * @throws RangeError for a size that is none.
 * Source: the interpolation of Spiegelhalter 2005, Stat Med 24:1185, turned to the side of the room. Golden vectors: none outside; a property holds
 * it to the positions.
 */
export function funnelLines(sizes: readonly number[], { centre, correlation }: Pick<ExactFunnel, 'centre' | 'correlation'>, options: Pick<ExactFunnelOptions, 'numerators' | 'denominators'>): FunnelLines {
  const step = options.numerators === 'posted' ? 3 : 1;
  const lines = sizes.map((size) => {
    requireCount(size, 'size', 1);
    const law = lawOfUnit({ numerator: 0, denominator: size }, centre, correlation, { ...options, spread: 'pooled' });
    return { inner: pairOf(law, INNER_TAIL, step, size), outer: pairOf(law, OUTER_TAIL, step, size) };
  });
  return {
    sizes,
    lower95: lines.map(({ inner }) => inner.lower),
    upper95: lines.map(({ inner }) => inner.upper),
    lower998: lines.map(({ outer }) => outer.lower),
    upper998: lines.map(({ outer }) => outer.upper),
  };
}

function pairOf(law: CountLaw, tail: number, step: number, size: number): { readonly lower: number; readonly upper: number } {
  const { least, greatest } = ordinaryCounts(law, tail);
  const below = room(tailsOf(law, least).atMost, tailsOf(law, least - step).atMost, tail);
  const above = room(tailsOf(law, greatest).atLeast, tailsOf(law, greatest + step).atLeast, tail);
  return { lower: Math.max(0, (least - step * below) / size), upper: Math.min(1, (greatest + step * above) / size) };
}

/** Which part of the step towards the next count is left; strictly less than all of it, so that this count stays beyond the line. */
function room(ordinary: number, beyond: number, tail: number): number {
  const chance = ordinary - beyond;
  return chance <= 0 ? 0 : Math.min(0.999, Math.max(0, (ordinary - tail) / chance));
}
