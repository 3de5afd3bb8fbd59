import { breakableCounts, type Catalogue, type LedgerPosting } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import type { Place } from './place.js';
import type { PlacePlan } from './place-plan.js';
import type { OfPlace } from './read-open-places.js';
import { FIND_POSTED_BY_UNITS } from './wider-place.sql.js';

/** What the units posted of one count over one block of a wider place, together. The window is that block. */
export interface PostedByUnits extends LedgerPosting, OfPlace {
  /** Whether every unit block of the place's block is covered. */
  readonly isWhole: boolean;
}

/** What units posted of counts that wider places read: what their counts lie inside, sizes of their parts, and totals that their breakdowns divide. */
export async function findPostedByUnits(manager: EntityManager, organisationId: number, kind: Place['kind'], ids: readonly number[], plan: PlacePlan, catalogue: Catalogue): Promise<readonly PostedByUnits[]> {
  const own = new Set(plan.ledgers.counts.map(({ key }) => key));
  const around = plan.ledgers.counts.flatMap(({ inside }) => inside ?? []);
  const read = [...around, ...plan.ledgers.parts.map(({ size }) => size.key), ...plan.breakdowns.flatMap((breakdown) => breakableCounts(breakdown, catalogue).map(({ count }) => count.key))];
  const rows = await manager.query<(Omit<PostedByUnits, 'firstBlock' | 'lastBlock'> & { readonly number: number })[]>(FIND_POSTED_BY_UNITS, [organisationId, ids, kind, read.filter((key) => !own.has(key))]);
  return rows.map(({ number, ...row }) => ({ ...row, firstBlock: number, lastBlock: number }));
}

/** Where some unit posted nothing, the sum of the others is no total of the block: like a capped one it can't be divided. */
export function cappedUnlessWhole(posting: PostedByUnits): LedgerPosting {
  return { ...posting, isCapped: posting.isCapped || !posting.isWhole };
}
