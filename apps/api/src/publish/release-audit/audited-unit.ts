import { findBreakdowns, isInPeriod, parseMonth, type HoursPosting, type LedgerBlock, type LedgerPosting, type Month, type PartWindow, type PostingPlan } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import { readBlocks } from '../ledger/read-open-places.js';
import * as sql from './audited-unit.sql.js';
import type { PublishedBreakdown, PublishedLedgers } from './published-ledgers.js';
import { watched } from './watched-posting.js';

/** Blocks of a unit that are attacked together, counted back from the last. */
const LAST_BLOCKS = 12;

/** A unit with posted blocks. */
export interface PostedUnit {
  readonly id: number;
  readonly last: number;
  /** Something of it waits to go out. */
  readonly isNew: boolean;
}

interface PartRow {
  readonly breakdown: string;
  readonly month: string;
  readonly categories: readonly string[];
  readonly reflections: number | null;
  readonly counts: Readonly<Record<string, number>>;
}

/** The units that an attack can be about, those with something new first. */
export function findPostedUnits(manager: EntityManager, organisationId: number): Promise<readonly PostedUnit[]> {
  return manager.query<PostedUnit[]>(sql.FIND_POSTED_UNITS, [organisationId]);
}

/**
 * What a unit published over its last blocks of which a snapshot is left, released or not. What runs over an older block is left
 * out: nothing that is posted from now on can, and the safety of such a block was decided when it was posted.
 */
export async function readAuditedUnit(manager: EntityManager, organisationId: number, { id, last }: PostedUnit, plan: PostingPlan): Promise<PublishedLedgers> {
  const from = Math.max(1, last - LAST_BLOCKS + 1);
  const blocks: readonly LedgerBlock[] = (await readBlocks(manager, organisationId, 'unit', [{ id, from }])).get(id) ?? [];
  const place = [organisationId, id, blocks[0]?.number ?? last + 1];
  const postings = await manager.query<LedgerPosting[]>(sql.FIND_POSTINGS, place);
  const windows = await manager.query<PartWindow[]>(sql.FIND_WINDOWS, place);
  const hours = await manager.query<HoursPosting[]>(sql.FIND_HOURS, place);
  const parts = await manager.query<PartRow[]>(sql.FIND_PARTS, [organisationId, id]);
  return { unit: String(id), blocks, madeOf: new Map(), postings: watched(postings, blocks, plan), windows, hours, breakdowns: breakdownsOf(parts, blocks, last) };
}

function breakdownsOf(rows: readonly PartRow[], blocks: readonly LedgerBlock[], last: number): readonly PublishedBreakdown[] {
  const names = [...new Set(rows.map(({ breakdown, month }) => `${breakdown} ${month}`))];
  return names.flatMap((name): readonly PublishedBreakdown[] => {
    const parts = rows.filter(({ breakdown, month }) => `${breakdown} ${month}` === name);
    const [first] = parts;
    const breakdown = findBreakdowns().find(({ code }) => code === first?.breakdown);
    const month = first === undefined ? null : parseMonth(first.month);
    const numbers = month === null ? [] : blocksOfQuarter(blocks, month, last);
    if (first === undefined || breakdown === undefined || numbers.length === 0) return [];
    const keys = Object.keys(first.counts);
    return [{ breakdown, blocks: numbers, closed: { parts: parts.map(({ categories, reflections }) => ({ categories, reflections })), counts: keys.map((key) => ({ key, posted: parts.map(({ counts }) => counts[key] ?? 0) })) } }];
  });
}

/** The blocks of a quarter; none when an older one of that quarter may be missing. */
function blocksOfQuarter(blocks: readonly LedgerBlock[], month: Month, last: number): readonly number[] {
  const inside = blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, month)).map(({ number }) => number);
  const [oldest] = blocks;
  const isWhole = oldest !== undefined && (oldest.number === 1 || !inside.includes(oldest.number)) && oldest.number <= last;
  return isWhole ? inside : [];
}
