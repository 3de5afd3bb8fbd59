/** Which part of a unit recorded at least one reflection in a quarter. Context, never a target. */
export type ParticipationBand = 'fewer-than-half' | 'half-to-three-quarters' | 'most';

/**
 * The band of a unit and quarter in which a block was posted; the numbers behind it are never published.
 *
 * @param contributors professionals of whom a reflection was posted in the quarter. There can be more than the unit has when some
 * have left since; they count as most.
 * @param professionals professionals of the unit in the quarter; above 0.
 * @throws RangeError when there are no professionals: such a unit posts no block.
 */
export function participationBand(contributors: number, professionals: number): ParticipationBand {
  if (!(professionals > 0) || !(contributors >= 0)) throw new RangeError('a unit that posts a block has professionals');
  if (contributors * 2 < professionals) return 'fewer-than-half';
  return contributors * 4 <= professionals * 3 ? 'half-to-three-quarters' : 'most';
}
