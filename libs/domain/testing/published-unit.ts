import { CATALOGUE } from '../src/measure/catalogue.js';
import type { RecordedReflection } from '../src/measure/measure.js';
import { firstDayOf, type Month } from '../src/period/month.js';
import { BLOCK_FLOOR, judgeBlock, sizeOf } from '../src/publication/block-floor.js';
import { closeHours } from '../src/publication/close-hours.js';
import { closeLedgers, endsWith, type LedgerBlock, type LedgerState, type SnapshotReflection } from '../src/publication/close-ledgers.js';
import { postingPlan } from '../src/publication/posting-plan.js';
import type { PublishedBlock, PublishedCount, PublishedLedger } from '../src/publication/published-ledger.js';
import type { Carry } from '../src/publication/rounded-count.js';

/** A unit published in memory, with what is true of it. */
export interface PublishedInMemory {
  readonly ledger: PublishedLedger;
  readonly absent: readonly Month[];
  readonly blocks: readonly LedgerBlock[];
}

const PLAN = postingPlan(CATALOGUE, 'team');
const HOURS = CATALOGUE.flatMap((measure) => (measure.kind === 'reflection-hours' && measure.grain.place === 'team' ? [measure] : []));
const PEOPLE = 10;
const CASES = 13;

/**
 * Closes months one after the other as the publisher does: a month that is too small waits, one without anything is absent.
 *
 * @param answers per month what was recorded; ten contributors and thirteen cases take turns.
 * @param carry with which every ledger begins.
 */
export function publishInMemory(months: readonly Month[], answers: readonly (readonly RecordedReflection[])[], region: number, carry: Carry): PublishedInMemory {
  const [blocks, published, absent, counts, hours]: [LedgerBlock[], PublishedBlock[], Month[], PublishedCount[], PublishedLedger['hours'][number][]] = [[], [], [], [], []];
  let state: LedgerState = { carries: new Map(), postings: [], windows: [] };
  let pending: SnapshotReflection[] = [];
  let from: Month | null = null;
  months.forEach((closing, index) => {
    from ??= closing;
    const recorded = (answers[index] ?? []).map((reflection): RecordedReflection => ({ ...reflection, reflectedOn: firstDayOf(closing) }));
    pending.push(...recorded.map((reflection, at) => ({ contributor: `p${at % PEOPLE}`, careCase: `c${at % CASES}`, reflection })));
    const number = blocks.length + 1;
    if (judgeBlock(sizeOf(pending), PEOPLE) === 'safe') {
      blocks.push({ number, closedIn: closing, reflections: pending });
      published.push({ number, from, through: closing, reflections: pending.length, region, units: 1, unitsInPlace: 1 });
      [pending, from] = [[], null];
    } else if (pending.length === 0) {
      absent.push(closing);
      from = null;
    }
    const made = closeLedgers({ plan: PLAN, closing, blocks, state, firstCarry: () => carry, floor: BLOCK_FLOOR });
    counts.push(...made.postings.map(({ key, firstBlock, lastBlock, posted }) => ({ key, firstBlock, lastBlock, value: posted })));
    state = { carries: made.carries, postings: [...state.postings, ...made.postings], windows: [...state.windows, ...made.windows] };
    if (endsWith('quarter', closing)) hours.push(...closeHours(HOURS, blocks, hours));
  });
  return { ledger: { blocks: published, counts, windows: state.windows, hours }, absent, blocks };
}
