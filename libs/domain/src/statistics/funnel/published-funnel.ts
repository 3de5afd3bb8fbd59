import { failure, success, type Result } from '../../shared/result.js';
import { rejectedAt } from '../multiplicity/adjust-p-values.js';
import { checkWholeCounts, type CountPoint, type TooFewPoints } from '../series.js';
import { commonCentre } from './common-centre.js';
import { exactFunnel, type ExactFunnelFault, type ExactFunnelOptions, type ExactFunnelUnit } from './exact-funnel.js';
import { funnelLines, type FunnelLines } from './funnel-lines.js';
import type { FunnelPosition } from './funnel-limits.js';

/** A unit on a funnel of published figures. */
export interface PublishedFunnelUnit extends ExactFunnelUnit {
  /** Whether it lies outside and still does when all units are judged together: at most a tenth of these is expected to be chance. */
  readonly standsOut: boolean;
}

/** `units` in the order given; null for a unit without a figure. */
export interface PublishedFunnel {
  readonly centre: number;
  /** How much more units differ than chance and rounding explain; 1 is chance alone, null where it can't be said. */
  readonly phi: number | null;
  readonly units: readonly (PublishedFunnelUnit | null)[];
  readonly lines: FunnelLines;
}

/** Fewer units than this have little in common that is not mostly the unit itself. */
export const LEAST_UNITS_FOR_LINES = 5;

const PUBLISHED: ExactFunnelOptions = { numerators: 'posted', denominators: 'posted', spread: 'pooled' };
const FALSE_DISCOVERY_RATE = 0.1;

const MIRRORED: Readonly<Record<FunnelPosition, FunnelPosition>> = {
  'below-998': 'above-998',
  'below-95': 'above-95',
  inside: 'inside',
  'above-95': 'below-95',
  'above-998': 'below-998',
};

/**
 * The funnel of a measure from posted figures: exact limits under the law of what is posted around {@link commonCentre}, with the spread
 * between units.
 *
 * A measure of which the shortfall is posted is placed by its shortfall, whose law is known, and turned back: what lies above the lines for the
 * shortfall lies below them for the measure.
 *
 * @param points posted counts per unit; null where nothing is shown. @param posting what was posted beside the denominator.
 * @param sizes at which the lines are wanted, whole numbers from 1.
 * @returns `too-few-points` with fewer than {@link LEAST_UNITS_FOR_LINES} units of a size above 0; an impossible count with its position.
 * Source: docs/methods/comparison.md; Benjamini and Hochberg 1995 for many units.
 */
export function publishedFunnel(points: readonly CountPoint[], posting: 'count' | 'shortfall', sizes: readonly number[]): Result<PublishedFunnel, ExactFunnelFault | TooFewPoints> {
  const told = posting === 'count' ? points : points.map(shortfallOf);
  const shown = told.filter((point) => point !== null && point.denominator > 0);
  if (shown.length < LEAST_UNITS_FOR_LINES) return failure({ code: 'too-few-points', found: shown.length, needed: LEAST_UNITS_FOR_LINES });
  const checked = checkWholeCounts(points);
  if (!checked.ok) return checked;
  const funnel = exactFunnel(told, { ...PUBLISHED, centre: commonCentre(shown.filter((point) => point !== null)) });
  if (!funnel.ok) return funnel;
  const standing = rejectedAt(funnel.value.units.map((unit) => unit?.pValue ?? null), 'bh', FALSE_DISCOVERY_RATE);
  if (!standing.ok) throw new RangeError('the p-values of a funnel are probabilities');
  const units = funnel.value.units.map((unit, index): PublishedFunnelUnit | null => (unit === null ? null : { ...unit, standsOut: unit.position !== 'inside' && standing.value[index] === true }));
  const { centre, phi } = funnel.value;
  const lines = funnelLines(sizes, funnel.value, PUBLISHED);
  return success(posting === 'count' ? { centre, phi, units, lines } : { centre: 1 - centre, phi, units: units.map((unit) => (unit === null ? null : mirrored(unit))), lines: mirroredLines(lines) });
}

function shortfallOf(point: CountPoint): CountPoint {
  return point === null ? null : { ...point, numerator: point.denominator - point.numerator };
}

function mirrored(unit: PublishedFunnelUnit): PublishedFunnelUnit {
  const { share, lower95, upper95, lower998, upper998, atMost, atLeast, position } = unit;
  return { ...unit, share: 1 - share, lower95: 1 - upper95, upper95: 1 - lower95, lower998: 1 - upper998, upper998: 1 - lower998, atMost: atLeast, atLeast: atMost, position: MIRRORED[position] };
}

function mirroredLines({ sizes, lower95, upper95, lower998, upper998 }: FunnelLines): FunnelLines {
  const turned = (line: readonly number[]): readonly number[] => line.map((share) => 1 - share);
  return { sizes, lower95: turned(upper95), upper95: turned(lower95), lower998: turned(upper998), upper998: turned(lower998) };
}
