/**
 * Which part of a unit recorded at least one reflection in a quarter. Context, never a target. Units of 11 to 14 have a coarser
 * band below "most"; smaller ones, but for 10, have none.
 */
export type ParticipationBand = 'fewer-than-half' | 'half-to-three-quarters' | 'at-most-three-quarters' | 'most';

/** A band leaves at least so many numbers of colleagues possible, as a posted count does. */
export const LEAST_POSSIBLE_NUMBERS = 3;

type BandOf = (contributors: number, professionals: number) => ParticipationBand;

const threeBands: BandOf = (contributors, professionals) => (contributors * 2 < professionals ? 'fewer-than-half' : twoBands(contributors, professionals) === 'most' ? 'most' : 'half-to-three-quarters');
const twoBands: BandOf = (contributors, professionals) => (contributors * 4 <= professionals * 3 ? 'at-most-three-quarters' : 'most');

/**
 * The band of a unit and quarter in which a block was posted; the numbers behind it are never published.
 *
 * Everybody in a unit knows how many they are, and that a block has at least so many contributors. Bands are as fine as leaves,
 * whichever of them is told, at least {@link LEAST_POSSIBLE_NUMBERS} numbers possible from that least number to everybody. Size and least
 * number alone decide that, so that a band which is not told tells nothing either.
 *
 * @param contributors professionals of whom a reflection was posted in the quarter. There can be more than the unit has when some
 * have left since; they count as most.
 * @param professionals professionals of the unit in the quarter; above 0.
 * @param least professionals that a block has at least.
 * @returns null where no bands leave enough possible.
 * @throws RangeError when there are no professionals: such a unit posts no block.
 */
export function participationBand(contributors: number, professionals: number, least: number): ParticipationBand | null {
  if (!(professionals > 0) || !(contributors >= 0)) throw new RangeError('a unit that posts a block has professionals');
  const bandOf = [threeBands, twoBands].find((bands) => leavesEnough(bands, professionals, least));
  return bandOf?.(contributors, professionals) ?? null;
}

function leavesEnough(bandOf: BandOf, professionals: number, least: number): boolean {
  const possible = new Map<ParticipationBand, number>();
  for (let number = least; number <= professionals; number += 1) {
    const band = bandOf(number, professionals);
    possible.set(band, (possible.get(band) ?? 0) + 1);
  }
  // One band alone would say no more than that a block was posted.
  return possible.size > 1 && [...possible.values()].every((numbers) => numbers >= LEAST_POSSIBLE_NUMBERS);
}
