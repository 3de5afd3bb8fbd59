import { parseMonth, type Carry, type HoursPosting, type LedgerPosting, type Month, type PartWindow, type SnapshotReflection } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import { toRecordedReflection, type StoredReflection } from '../../intake/reflection-store/stored-reflection.js';
import * as sql from './ledger.sql.js';
import type { OpenPlace, Place } from './place.js';
import { firstNeeded, type NumberedBlock, type PlacePlan } from './place-plan.js';

/** A reflection of a snapshot, with the unit and the block in which it was posted. */
export interface PlacedReflection extends SnapshotReflection {
  readonly careForm: string | null;
  readonly unitId: number;
  readonly unitBlock: number;
}

/** A block of a place with reflections that tell where they come from. */
export interface PlacedBlock extends NumberedBlock {
  readonly reflections: readonly PlacedReflection[];
}

/** An open place whose blocks tell where their reflections come from. */
export interface ReadPlace extends OpenPlace {
  readonly blocks: readonly PlacedBlock[];
}

/** Something of one of the places that are read together. */
export interface OfPlace {
  readonly placeId: number;
}

/** A place, and the first of its blocks that is needed. */
export interface FirstBlock {
  readonly id: number;
  readonly from: number;
}

type BlockRow = OfPlace & { readonly number: number; readonly closedIn: string; readonly size: number };
type SizedBlock = NumberedBlock & { readonly size: number };
type SnapshotRow = StoredReflection & OfPlace & Omit<PlacedReflection, 'reflection'> & { readonly number: number };

/** Reads what places of one kind need for a close; those that need nothing are left out. */
export async function readOpenPlaces(manager: EntityManager, organisationId: number, kind: Place['kind'], ids: readonly number[], plan: PlacePlan, closing: Month): Promise<readonly ReadPlace[]> {
  const args = [organisationId, ids, kind];
  const blocks = await findBlocks(manager, organisationId, kind, ids);
  const windows = byPlace(await manager.query<(PartWindow & OfPlace)[]>(sql.FIND_WINDOWS, args));
  const hours = byPlace(await manager.query<(HoursPosting & OfPlace)[]>(sql.FIND_HOURS, args));
  const open = ids.flatMap((id) => {
    const from = firstNeeded(plan, closing, blocks.get(id) ?? [], windows.get(id) ?? [], hours.get(id) ?? []);
    return from === null ? [] : [{ id, from }];
  });
  if (open.length === 0) return [];
  const [openIds, firsts] = [open.map(({ id }) => id), open.map(({ from }) => from)];
  const carries = byPlace(await manager.query<({ readonly key: string; readonly carry: Carry } & OfPlace)[]>(sql.FIND_CARRIES, [organisationId, openIds, kind]));
  const postings = byPlace(await manager.query<(LedgerPosting & OfPlace)[]>(sql.FIND_POSTINGS, [organisationId, openIds, kind, firsts]));
  const whole = await readBlocks(manager, organisationId, kind, open);
  return open.map(({ id }) => ({
    place: { kind, id },
    blocks: whole.get(id) ?? [],
    state: { carries: new Map((carries.get(id) ?? []).map(({ key, carry }) => [key, carry])), postings: postings.get(id) ?? [], windows: windows.get(id) ?? [] },
    hours: hours.get(id) ?? [],
  }));
}

/** The blocks of places from a number on with their reflections; only those after the last whose snapshot is gone. */
export async function readBlocks(manager: EntityManager, organisationId: number, kind: Place['kind'], open: readonly FirstBlock[]): Promise<ReadonlyMap<number, readonly PlacedBlock[]>> {
  const [ids, firsts] = [open.map(({ id }) => id), open.map(({ from }) => from)];
  const blocks = await findBlocks(manager, organisationId, kind, ids);
  const snapshots = byPlace(await readSnapshots(manager, organisationId, kind, ids, firsts));
  return new Map(open.map(({ id, from }) => [id, wholeBlocks((blocks.get(id) ?? []).filter(({ number }) => number >= from), snapshots.get(id) ?? [])]));
}

async function findBlocks(manager: EntityManager, organisationId: number, kind: Place['kind'], ids: readonly number[]): Promise<ReadonlyMap<number, readonly (SizedBlock & OfPlace)[]>> {
  const rows = kind === 'unit' ? await manager.query<BlockRow[]>(sql.FIND_UNIT_BLOCKS, [organisationId, ids]) : await manager.query<BlockRow[]>(sql.FIND_PLACE_BLOCKS, [organisationId, ids, kind]);
  return byPlace(rows.map(toSizedBlock));
}

async function readSnapshots(manager: EntityManager, organisationId: number, kind: Place['kind'], ids: readonly number[], firsts: readonly number[]): Promise<readonly SnapshotRow[]> {
  if (kind === 'unit') return manager.query<SnapshotRow[]>(sql.FIND_UNIT_SNAPSHOTS, [organisationId, ids, firsts]);
  const args = [organisationId, ids, kind, firsts];
  const professionals = marksByUnit(await manager.query<MarkRow[]>(sql.findMarksOfPlaces('contributor', 'contributor_pseudonym'), args));
  const cases = marksByUnit(await manager.query<MarkRow[]>(sql.findMarksOfPlaces('care_case', 'case_pseudonym'), args));
  const rows = await manager.query<SnapshotRow[]>(sql.FIND_PLACE_SNAPSHOTS, args);
  return rows.map((row) => ({ ...row, contributor: markIn(professionals, row, row.contributor), careCase: markIn(cases, row, row.careCase) }));
}

interface MarkRow extends OfPlace {
  readonly unitId: number;
  /** The mark within the unit, and that within the whole place. */
  readonly own: string;
  readonly mark: string;
}

function marksByUnit(rows: readonly MarkRow[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ placeId, unitId, own, mark }) => [`${placeId} ${unitId} ${own}`, mark]));
}

function markIn(marks: ReadonlyMap<string, string>, { placeId, unitId }: Pick<SnapshotRow, 'placeId' | 'unitId'>, own: string): string {
  const mark = marks.get(`${placeId} ${unitId} ${own}`);
  if (mark === undefined) throw new Error('a mark of a unit has none in its place');
  return mark;
}

function toSizedBlock({ closedIn, ...row }: BlockRow): SizedBlock & OfPlace {
  const month = parseMonth(closedIn);
  if (month === null) throw new Error('a stored block has a month in another form');
  return { ...row, closedIn: month };
}

/** The blocks after the last of which the snapshot is gone: a window over blocks never leaves one out. */
function wholeBlocks(blocks: readonly SizedBlock[], rows: readonly SnapshotRow[]): readonly PlacedBlock[] {
  const ofBlock = new Map<number, PlacedReflection[]>();
  for (const { number, contributor, careCase, careForm, unitId, unitBlock, ...row } of rows) {
    const reflections = ofBlock.get(number) ?? [];
    reflections.push({ contributor, careCase, careForm, unitId, unitBlock, reflection: toRecordedReflection(row) });
    ofBlock.set(number, reflections);
  }
  const gone = Math.max(0, ...blocks.filter(({ number, size }) => ofBlock.get(number)?.length !== size).map(({ number }) => number));
  return blocks.filter(({ number }) => number > gone).map(({ number, closedIn }) => ({ number, closedIn, reflections: ofBlock.get(number) ?? [] }));
}

/** Rows by the place that they are of. */
export function byPlace<Row extends OfPlace>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const own = found.get(row.placeId) ?? [];
    own.push(row);
    found.set(row.placeId, own);
  }
  return found;
}
