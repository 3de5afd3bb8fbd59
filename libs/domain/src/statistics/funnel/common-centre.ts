import type { CountPoint } from '../series.js';
import { USUAL_POSTING_VARIANCE } from '../count-law/posted-law.js';
import { pooledSpread } from './pooled-spread.js';

type Shown = Exclude<CountPoint, null>;

/** A unit further than this many standard deviations from what the others have in common does not set the centre. */
const SCREEN_AT = 3.090232;
/** With fewer units than this left there is nothing in common to screen by. */
const LEAST_KEPT = 4;

/**
 * The share that units have in common: all numerators over all denominators, without units far from all others.
 *
 * Each unit is held against the others: their centre c, and the spread between them. It is set aside when its squared distance is more than
 * {@link SCREEN_AT}² times the variance n c (1 - c) (1 + (n - 1) correlation) + rounding + n² c (1 - c) / (size of the others). Otherwise one
 * team among few draws the centre to itself, and all others seem to differ from it: measured with 34 % beside five teams at 8 %, no team lay outside.
 *
 * Assumes posted counts, each rounded to 3. @param points units of a size above 0.
 * @returns a share in [0, 1]; of all units when fewer than {@link LEAST_KEPT} would be left.
 */
export function commonCentre(points: readonly Shown[]): number {
  const kept = points.filter((point, index) => !isFar(point, points.filter((_, other) => other !== index)));
  return centreOf(kept.length < LEAST_KEPT ? points : kept);
}

function isFar({ numerator, denominator }: Shown, others: readonly Shown[]): boolean {
  const centre = centreOf(others);
  const rounding = USUAL_POSTING_VARIANCE * (1 + centre ** 2);
  const chance = centre * (1 - centre);
  const { correlation } = pooledSpread(others.map((other) => ({ ...other, roundingVariance: rounding })), centre);
  const size = others.reduce((sum, other) => sum + other.denominator, 0);
  const variance = denominator * chance * (1 + (denominator - 1) * correlation) + rounding + (denominator ** 2 * chance) / size;
  return (numerator - denominator * centre) ** 2 > SCREEN_AT ** 2 * variance;
}

function centreOf(points: readonly Shown[]): number {
  const [events, size] = points.reduce<readonly [number, number]>(([sum, all], { numerator, denominator }) => [sum + numerator, all + denominator], [0, 0]);
  return size === 0 ? 0 : events / size;
}
