import { parseMonth, type HoursPosting, type LedgerPosting, type Month, type PartWindow } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import type { Place } from '../ledger/place.js';
import { cappedUnlessWhole, type PostedByUnits } from '../ledger/posted-by-units.js';
import { byPlace, readBlocks, type FirstBlock, type OfPlace, type PlacedBlock } from '../ledger/read-open-places.js';
import * as sql from './audited-place.sql.js';

/** A breakdown that was not released yet, with everything in its parts. */
export interface AuditedBreakdown {
  readonly code: string;
  readonly month: Month;
  readonly parts: readonly { readonly categories: readonly string[]; readonly reflections: number | null; readonly counts: readonly { readonly key: string; readonly value: number }[] }[];
}

/** A place with what it posted and did not release yet, and with everything that this is judged by. */
export interface AuditedPlace {
  readonly place: Place;
  /** For the administrator. */
  readonly name: string;
  readonly blocks: readonly PlacedBlock[];
  /** Released ones too, from the first block that is judged on. */
  readonly postings: readonly (LedgerPosting & { readonly isNew: boolean })[];
  readonly postedByUnits: readonly LedgerPosting[];
  readonly windows: readonly PartWindow[];
  readonly hours: readonly HoursPosting[];
  readonly breakdowns: readonly AuditedBreakdown[];
}

/** A place with something unreleased, and the first block that it is about. */
export interface UnreleasedPlace extends FirstBlock {
  readonly name: string;
}

type PartRow = OfPlace & { readonly breakdown: string; readonly month: string; readonly categories: string[]; readonly reflections: number | null; readonly counts: { key: string; value: number }[] };

/** The places of a kind that have something to release. */
export function findUnreleasedPlaces(manager: EntityManager, organisationId: number, kind: Place['kind']): Promise<readonly UnreleasedPlace[]> {
  return manager.query<UnreleasedPlace[]>(sql.FIND_UNRELEASED_PLACES, [organisationId, kind]);
}

/** Reads places with everything that an audit of what they posted needs. */
export async function readAuditedPlaces(manager: EntityManager, organisationId: number, kind: Place['kind'], unreleased: readonly UnreleasedPlace[], ofUnits: readonly PostedByUnits[]): Promise<readonly AuditedPlace[]> {
  const ids = unreleased.map(({ id }) => id);
  const args = [organisationId, ids, kind];
  const blocks = await readBlocks(manager, organisationId, kind, unreleased);
  const postings = byPlace(await manager.query<(LedgerPosting & OfPlace & { readonly isNew: boolean })[]>(sql.FIND_AUDITED_POSTINGS, [...args, unreleased.map(({ from }) => from)]));
  const windows = byPlace(await manager.query<(PartWindow & OfPlace)[]>(sql.FIND_UNRELEASED_WINDOWS, args));
  const hours = byPlace(await manager.query<(HoursPosting & OfPlace)[]>(sql.FIND_UNRELEASED_HOURS, args));
  const parts = byPlace(await manager.query<PartRow[]>(sql.FIND_UNRELEASED_PARTS, args));
  const posted = byPlace(ofUnits);
  return unreleased.map(({ id, name }) => ({
    place: { kind, id },
    name,
    blocks: blocks.get(id) ?? [],
    postings: postings.get(id) ?? [],
    postedByUnits: (posted.get(id) ?? []).map(cappedUnlessWhole),
    windows: windows.get(id) ?? [],
    hours: hours.get(id) ?? [],
    breakdowns: toBreakdowns(parts.get(id) ?? []),
  }));
}

function toBreakdowns(rows: readonly PartRow[]): readonly AuditedBreakdown[] {
  const names = [...new Set(rows.map(({ breakdown, month }) => `${breakdown} ${month}`))];
  return names.flatMap((name) => {
    const parts = rows.filter(({ breakdown, month }) => `${breakdown} ${month}` === name);
    const [first] = parts;
    const month = first === undefined ? null : parseMonth(first.month);
    return first === undefined || month === null ? [] : [{ code: first.breakdown, month, parts }];
  });
}
