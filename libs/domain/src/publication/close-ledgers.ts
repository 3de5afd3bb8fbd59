import type { RecordedReflection } from '../measure/measure.js';
import { halfYearOf } from '../period/half-year.js';
import { addMonths, type Month } from '../period/month.js';
import { quarterOf } from '../period/quarter.js';
import { partFloorOf, reachesFloor, sizeOf, type BlockFloor } from './block-floor.js';
import { LEDGER_PERIODS, type LedgerPeriod, type PlannedCount, type PlannedOutcome, type PlannedPart, type PostingPlan } from './posting-plan.js';
import { capOf, postCount, type Carry, type CountedReflection } from './rounded-count.js';

/** A reflection as it was posted. Contributor and case are marks that mean nothing outside the place and its open ledgers. */
export interface SnapshotReflection {
  readonly contributor: string;
  readonly careCase: string;
  readonly reflection: RecordedReflection;
}

/** A posted block as the ledgers see it. */
export interface LedgerBlock {
  /** 1, 2, 3, ... in the order of posting. */
  readonly number: number;
  readonly closedIn: Month;
  readonly reflections: readonly SnapshotReflection[];
}

/** One posting of a ledger over a window of whole blocks, first and last included. */
export interface LedgerPosting {
  readonly key: string;
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly posted: number;
  /** Known to the publisher only. */
  readonly isCapped: boolean;
}

/** The blocks over which a part was posted; blocks after the last one wait. */
export type PartWindow = Omit<LedgerPosting, 'posted' | 'isCapped'>;

/** What the ledgers of a place remember between closes. */
export interface LedgerState {
  /** Per key what its running total holds back. */
  readonly carries: ReadonlyMap<string, Carry>;
  /** The postings since the oldest block that is still open for some ledger. */
  readonly postings: readonly LedgerPosting[];
  /** The last window of each part. */
  readonly windows: readonly PartWindow[];
}

/** What a close posts, and the carries with which the next one starts. */
export type LedgerClose = LedgerState;

/** The rules that a close applies. There is one set; the attack tests weaken it to see that the attacker notices. */
export interface LedgerRules {
  readonly post: typeof postCount;
  /** The size by which a part is judged large enough. */
  readonly judgedSize: (posted: number, part: readonly SnapshotReflection[]) => number;
  /** What a count may not exceed, given what was posted of the wider one; null when it lies inside none. */
  readonly around: (posted: number | null) => number;
  /** What an outcome may not exceed, given what was posted around it. */
  readonly ceiling: (partSize: number, inside: number | null, beside: readonly number[]) => number;
}

/** The publication scheme as published. */
export const LEDGER_RULES: LedgerRules = {
  post: postCount,
  judgedSize: (posted) => posted,
  around: (posted) => posted ?? Number.POSITIVE_INFINITY,
  ceiling: (partSize, inside, beside) => Math.max(0, (inside ?? capOf(partSize)) - beside.reduce((sum, value) => sum + value, 0)),
};

/** What a close of a place starts from. */
export interface LedgerInput {
  readonly plan: PostingPlan;
  /** The month that is closed; a quarter or half-year closes with its last month. */
  readonly closing: Month;
  /**
   * Every block of the place that an open ledger still needs, in order, the block of this close included. A part that ripens finds
   * in them the outcome as last known; everything else the outcome as posted.
   */
  readonly blocks: readonly LedgerBlock[];
  readonly state: LedgerState;
  /** The secret offset with which the ledger of a key begins. */
  readonly firstCarry: (key: string) => Carry;
  /** The floor of the organisation: the scheme's or higher. */
  readonly floor: BlockFloor;
}

/**
 * Closes the ledgers of one place for a month.
 *
 * Counts post over the blocks of the period that ends with the month, never more than a wider count over the same blocks; parts post over all blocks since their last posting, when
 * their posted size has reached {@link partFloorOf} the floor and the part is safe; otherwise they wait and merge.
 *
 * Source: the publication scheme, points 2 and 3 (docs/disclosure-policy.md).
 */
export function closeLedgers(input: LedgerInput, rules: LedgerRules = LEDGER_RULES): LedgerClose {
  const { plan, closing, blocks } = input;
  const ledger = new Ledger(input, rules);
  /** The blocks of each period that ends with the month. */
  const ending = new Map<LedgerPeriod, readonly LedgerBlock[]>();
  for (const period of LEDGER_PERIODS) {
    if (endsWith(period, closing)) ending.set(period, blocks.filter((block) => isInPeriod(period, block.closedIn, closing)));
  }
  for (const planned of plan.counts) {
    const own = ending.get(planned.period);
    if (own !== undefined) ledger.closeCount(planned, own);
  }
  for (const planned of plan.parts) {
    if (ending.has(planned.period)) ledger.closePart(planned, blocks.filter((block) => block.closedIn <= addMonths(closing, -planned.closesLater)));
  }
  return ledger.result();
}

/** Whether a period of this length ends with the month. */
export function endsWith(period: LedgerPeriod, month: Month): boolean {
  return !isInPeriod(period, addMonths(month, 1), month);
}

/** Whether a month lies in the month, quarter or half-year of another. */
export function isInPeriod(period: LedgerPeriod, month: Month, other: Month): boolean {
  if (period === 'month') return month === other;
  return period === 'quarter' ? quarterOf(month) === quarterOf(other) : halfYearOf(month) === halfYearOf(other);
}

class Ledger {
  private readonly carries: Map<string, Carry>;
  private readonly made: LedgerPosting[] = [];
  private readonly windows: PartWindow[] = [];
  /** Per key the last block over which a count, or a part, was posted before this close. */
  private readonly counted: ReadonlyMap<string, number>;
  private readonly parted: ReadonlyMap<string, number>;

  constructor(
    private readonly input: LedgerInput,
    private readonly rules: LedgerRules,
  ) {
    this.carries = new Map(input.state.carries);
    this.counted = lastBlocks(input.state.postings);
    this.parted = lastBlocks(input.state.windows);
  }

  closeCount({ key, counts, over, inside }: PlannedCount, blocks: readonly LedgerBlock[]): void {
    const open = blocksAfter(this.counted.get(key), blocks);
    if (open.length === 0) return;
    const reflections: CountedReflection[] = [];
    for (const block of open) for (const one of block.reflections) tally(reflections, one, counts(one.reflection), over(one.reflection));
    this.post(key, open, reflections, undefined, this.rules.around(inside === null ? null : this.postedAround(inside, open)));
  }

  closePart(part: PlannedPart, blocks: readonly LedgerBlock[]): void {
    const open = blocksAfter(this.parted.get(part.key), blocks);
    const members = open.flatMap((block) => block.reflections).filter(({ reflection }) => part.includes(reflection));
    const size = this.rules.judgedSize(this.postedSize(part, open), members);
    if (size < partFloorOf(this.input.floor) || !reachesFloor(sizeOf(members), this.input.floor)) return;
    this.windows.push({ key: part.key, ...windowOf(open) });
    const posted = new Map<string, number>();
    for (const outcome of part.outcomes) posted.set(outcome.key, this.postOutcome(outcome, open, members, posted));
  }

  private postOutcome(outcome: PlannedOutcome, open: readonly LedgerBlock[], members: readonly SnapshotReflection[], posted: ReadonlyMap<string, number>): number {
    const inside = outcome.inside === null ? null : (posted.get(outcome.inside) ?? 0);
    const beside = outcome.beside.flatMap((key) => posted.get(key) ?? []);
    const ceiling = this.rules.ceiling(members.length, inside, beside);
    return this.post(outcome.key, open, members.map(({ contributor, reflection }) => ({ contributor, isCounted: outcome.counts(reflection) })), ceiling);
  }

  private post(key: string, open: readonly LedgerBlock[], reflections: readonly CountedReflection[], ceiling?: number, around?: number): number {
    const { posted, carry, isCapped } = this.rules.post(reflections, this.carries.get(key) ?? this.input.firstCarry(key), ceiling, around);
    this.carries.set(key, carry);
    this.made.push({ key, ...windowOf(open), posted, isCapped });
    return posted;
  }

  /** What was posted of a wider count over exactly these blocks; null when some of them have no posting of it. */
  private postedAround(key: string, open: readonly LedgerBlock[]): number | null {
    const { firstBlock, lastBlock } = windowOf(open);
    const within = [...this.input.state.postings, ...this.made].filter((posting) => posting.key === key && posting.firstBlock >= firstBlock && posting.lastBlock <= lastBlock);
    const isWhole = open.every(({ number }) => within.some((posting) => posting.firstBlock <= number && number <= posting.lastBlock));
    return isWhole ? within.reduce((sum, { posted }) => sum + posted, 0) : null;
  }

  /** What is posted about the size of a part over some blocks: the sum of what readers can see. */
  private postedSize({ size }: PlannedPart, open: readonly LedgerBlock[]): number {
    const numbers = new Set(open.map((block) => block.number));
    let posted = 0;
    for (const postings of [this.input.state.postings, this.made]) {
      for (const posting of postings) if (posting.key === size.key && numbers.has(posting.firstBlock)) posted += posting.posted;
    }
    const reflections = open.reduce((sum, block) => sum + block.reflections.length, 0);
    return size.as === 'count' ? posted : reflections - posted;
  }

  result(): LedgerClose {
    return { postings: this.made, windows: this.windows, carries: this.carries };
  }
}

/** Per key the last block over which something was posted. */
function lastBlocks(posted: readonly PartWindow[]): ReadonlyMap<string, number> {
  const through = new Map<string, number>();
  for (const { key, lastBlock } of posted) through.set(key, Math.max(lastBlock, through.get(key) ?? 0));
  return through;
}

/** The blocks after the last one over which a key was posted. */
function blocksAfter(through: number | undefined, blocks: readonly LedgerBlock[]): readonly LedgerBlock[] {
  return through === undefined ? blocks : blocks.filter((block) => block.number > through);
}

/** Adds an entry for each thing the count runs over, as many of them counted as there are. */
function tally(entries: CountedReflection[], { contributor }: SnapshotReflection, counts: number, over: number): void {
  for (let index = 0; index < over; index += 1) entries.push({ contributor, isCounted: index < counts });
}

function windowOf(open: readonly LedgerBlock[]): { readonly firstBlock: number; readonly lastBlock: number } {
  const numbers = open.map((block) => block.number);
  return { firstBlock: Math.min(...numbers), lastBlock: Math.max(...numbers) };
}
