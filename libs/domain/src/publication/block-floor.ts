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

/** The least that a block, or a part of one, must hold before anything about it is published. */
export interface BlockFloor {
  readonly professionals: number;
  readonly cases: number;
  readonly reflections: number;
  /** Largest share of the reflections that one professional, or one case, may hold. */
  readonly largestShare: number;
}

/** The floor below which nothing is published. An organisation may raise it, never lower it. */
export const BLOCK_FLOOR = { professionals: 5, cases: 8, reflections: 10, largestShare: 0.5 } as const satisfies BlockFloor;

/** Besides the floor: the posted count of a part of a block since its last posting, before a measure over it is posted again. */
export const PART_FLOOR = 12;

/** The part floor that goes with a floor an organisation raised: the true size is at most 2 below the posted one. */
export function partFloorOf({ reflections }: BlockFloor): number {
  return reflections + PART_FLOOR - BLOCK_FLOOR.reflections;
}

/** More contributors than this many times the unit's professionals points at two spellings of one reference. */
export const CONTRIBUTOR_SURPLUS = 1.25;

export type BlockVerdict = 'safe' | 'below-floor' | 'too-many-contributors';

/** The distinct counts of some reflections. */
export function sizeOf(reflections: readonly { readonly contributor: string; readonly careCase: string }[]): BlockSize {
  const byProfessional = tally(reflections.map(({ contributor }) => contributor));
  const byCase = tally(reflections.map(({ careCase }) => careCase));
  return {
    reflections: reflections.length,
    professionals: byProfessional.size,
    cases: byCase.size,
    largestProfessional: Math.max(0, ...byProfessional.values()),
    largestCase: Math.max(0, ...byCase.values()),
  };
}

/** Whether reflections of this size may be published about. Holds for a union when it holds for each of what is united. */
export function reachesFloor(size: BlockSize, floor: BlockFloor = BLOCK_FLOOR): boolean {
  const largestAllowed = size.reflections * floor.largestShare;
  return (
    size.professionals >= floor.professionals &&
    size.cases >= floor.cases &&
    size.reflections >= floor.reflections &&
    size.largestProfessional <= largestAllowed &&
    size.largestCase <= largestAllowed
  );
}

/**
 * Decides whether a block may be published.
 *
 * @param size the distinct counts of the pending reflections.
 * @param unitProfessionals professionals employed by the publication unit at the close.
 * @param floor of the organisation: the scheme's or higher.
 * @returns `safe`; `below-floor`: wait and merge with the next month; `too-many-contributors`: wait and tell the administrator.
 */
export function judgeBlock(size: BlockSize, unitProfessionals: number, floor: BlockFloor = BLOCK_FLOOR): BlockVerdict {
  if (!reachesFloor(size, floor)) return 'below-floor';
  return size.professionals > unitProfessionals * CONTRIBUTOR_SURPLUS ? 'too-many-contributors' : 'safe';
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
