/**
 * A value to two decimals, as R 4 rounds: the nearer of the two neighbours as they are stored, and the even one when both
 * are as near.
 *
 * `Math.round(100 * x) / 100` goes wrong for one in ten values with three decimals, because 100 * x may land on the half.
 */
export function roundToCents(value: number): number {
  const low = Math.floor(100 * value);
  const below = low / 100;
  const above = Math.ceil(100 * value) / 100;
  const toBelow = value - below;
  const toAbove = above - value;
  return toBelow < toAbove || (toBelow === toAbove && low % 2 === 0) ? below : above;
}
