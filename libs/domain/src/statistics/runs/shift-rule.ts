/** Where a point lies: above the centre, below, on it; null where no rule may look past. */
export type Side = 1 | -1 | 0 | null;

/** How many points in a row on one side of the centre make a shift (NHS rule). */
export const SHIFT_LENGTH = 7;

/**
 * Marks every point that belongs to a run of at least `length` on one side of the centre.
 *
 * @param sides per point: 1 above the centre, -1 below, 0 on it, null where a run may not pass
 * (no figure, or a block of several months). A point on the centre breaks a run.
 * @param length NHS England uses 7, its spreadsheets also 6.
 * @returns per point whether it is part of a shift.
 */
export function findShifts(sides: readonly Side[], length = SHIFT_LENGTH): boolean[] {
  const marked = sides.map(() => false);
  let runStart = 0;
  for (let index = 0; index <= sides.length; index += 1) {
    const side = sides[index];
    if (index < sides.length && side === sides[runStart]) continue;
    const runSide = sides[runStart];
    if ((runSide === 1 || runSide === -1) && index - runStart >= length) marked.fill(true, runStart, index);
    runStart = index;
  }
  return marked;
}
