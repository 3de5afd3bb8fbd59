/** What decides whether pending reflections may be published as one block. Distinct counts, never published themselves. */
export interface BlockSize {
  readonly reflections: number;
  readonly professionals: number;
  readonly cases: number;
  /** Reflections of the professional who recorded the most. */
  readonly largestProfessional: number;
  /** Reflections on the case with the most. */
  readonly largestCase: number;
}

/** The floor below which nothing is published. An organisation may raise it, never lower it. */
export const BLOCK_FLOOR = {
  professionals: 5,
  cases: 8,
  reflections: 10,
  /** Largest share of the reflections that one professional, or one case, may hold. */
  largestShare: 0.5,
} as const;

/** Besides the floor: the posted count of a part of a block since its last posting, before a measure over it is posted again. */
export const PART_FLOOR = 12;

/** More contributors than this many times the unit's professionals points at two spellings of one reference. */
export const CONTRIBUTOR_SURPLUS = 1.25;

export type BlockVerdict = 'safe' | 'below-floor' | 'too-many-contributors';

/**
 * Decides whether a block may be published.
 *
 * @param size the distinct counts of the pending reflections.
 * @param unitProfessionals professionals employed by the publication unit at the close.
 * @returns `safe`; `below-floor`: wait and merge with the next month; `too-many-contributors`: wait and tell the administrator.
 */
export function judgeBlock(size: BlockSize, unitProfessionals: number): BlockVerdict {
  const largestAllowed = size.reflections * BLOCK_FLOOR.largestShare;
  const reachesFloor =
    size.professionals >= BLOCK_FLOOR.professionals &&
    size.cases >= BLOCK_FLOOR.cases &&
    size.reflections >= BLOCK_FLOOR.reflections &&
    size.largestProfessional <= largestAllowed &&
    size.largestCase <= largestAllowed;
  if (!reachesFloor) return 'below-floor';
  return size.professionals > unitProfessionals * CONTRIBUTOR_SURPLUS ? 'too-many-contributors' : 'safe';
}
