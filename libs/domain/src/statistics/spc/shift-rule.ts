/** How many points in a row on one side of the centre make a shift (NHS rule). */
export const SHIFT_LENGTH = 7;

/**
 * Marks every point that belongs to a run of at least seven on one side of the centre.
 *
 * @param sides per point: 1 above the centre, -1 below, 0 on it, null where a run may not pass
 * (no figure, or a block of several months). A point on the centre breaks a run.
 * @returns per point whether it is part of a shift.
 */
export function findShifts(sides: readonly (1 | -1 | 0 | null)[]): boolean[] {
  const marked = sides.map(() => false);
  let runStart = 0;
  for (let index = 0; index <= sides.length; index += 1) {
    const side = sides[index];
    if (index < sides.length && side === sides[runStart]) continue;
    const runSide = sides[runStart];
    if ((runSide === 1 || runSide === -1) && index - runStart >= SHIFT_LENGTH) marked.fill(true, runStart, index);
    runStart = index;
  }
  return marked;
}
