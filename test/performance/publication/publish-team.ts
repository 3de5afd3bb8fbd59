import { createHash } from 'node:crypto';
import {
  BLOCK_FLOOR,
  closeLedgers,
  judgeBlock,
  sizeOf,
  type Carry,
  type LedgerBlock,
  type LedgerPosting,
  type LedgerState,
  type PartWindow,
  type PostingPlan,
} from '@rolvast/domain';
import { monthNumbered, type SyntheticReflection, type SyntheticTeam } from './synthetic-team.js';

/** A block with the months it holds, counted from 0, first and last included. */
export interface PublishedBlock extends LedgerBlock {
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** Everything published about a team. */
export interface PublishedTeam {
  readonly blocks: readonly PublishedBlock[];
  readonly postings: readonly LedgerPosting[];
}

/** Closes after the last month in which only what ripens is posted. */
const CLOSES_AFTERWARDS = 1;

/** Closes all months of a team one after the other, as the publisher does; what is still pending at the end stays so. */
export function publishTeam(team: SyntheticTeam, plan: PostingPlan, months: number, secret: string): PublishedTeam {
  const blocks: PublishedBlock[] = [];
  const postings: LedgerPosting[] = [];
  let state: LedgerState = { carries: new Map(), postings: [], windows: [] };
  let pending: readonly SyntheticReflection[] = [];
  const arriving = byMonth(team.reflections, months);
  for (let month = 0; month < months + CLOSES_AFTERWARDS; month += 1) {
    pending = [...pending, ...(arriving[month] ?? [])];
    if (month < months && judgeBlock(sizeOf(pending), team.professionals) === 'safe') {
      blocks.push({ number: blocks.length + 1, closedIn: monthNumbered(month), firstMonth: (blocks.at(-1)?.lastMonth ?? -1) + 1, lastMonth: month, reflections: pending });
      pending = [];
    }
    const open = stillOpen(blocks, plan, state.windows, month);
    const made = closeLedgers({ plan, closing: monthNumbered(month), blocks: open, state: { ...state, postings: state.postings.filter(({ lastBlock }) => lastBlock >= (open[0]?.number ?? 1)) }, firstCarry: (key) => firstCarry(`${secret}|${team.code}|${key}`), floor: BLOCK_FLOOR });
    postings.push(...made.postings);
    state = { carries: made.carries, postings: [...state.postings, ...made.postings], windows: lastWindows([...state.windows, ...made.windows]) };
  }
  return { blocks, postings };
}

function byMonth(reflections: readonly SyntheticReflection[], months: number): readonly (readonly SyntheticReflection[])[] {
  const arriving = Array.from({ length: months }, (): SyntheticReflection[] => []);
  for (const one of reflections) arriving[one.postedIn]?.push(one);
  return arriving;
}

/** The blocks that some ledger still needs: those of the current half-year, and those after the last window of some part. */
function stillOpen(blocks: readonly PublishedBlock[], plan: PostingPlan, windows: readonly PartWindow[], month: number): readonly PublishedBlock[] {
  const through = Math.min(...plan.parts.map((part) => windows.find(({ key }) => key === part.key)?.lastBlock ?? 0));
  const halfYear = month - (month % 6);
  return blocks.filter(({ number, lastMonth }) => number > through || lastMonth >= halfYear);
}

function lastWindows(windows: readonly PartWindow[]): readonly PartWindow[] {
  return [...new Map(windows.map((window) => [window.key, window])).values()];
}

/** The offset with which a ledger begins: evenly -1, 0 or 1, the same for the same name. */
export function firstCarry(name: string): Carry {
  const drawn = createHash('sha256').update(name).digest().readUInt32BE(0) % 3;
  if (drawn === 0) return -1;
  return drawn === 1 ? 0 : 1;
}
