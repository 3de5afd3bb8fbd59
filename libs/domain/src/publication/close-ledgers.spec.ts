import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedReflection } from '../measure/measure.js';
import { dateInAmsterdam } from '../period/local-date.js';
import { addMonths, parseMonth, type Month } from '../period/month.js';
import { quarterOf } from '../period/quarter.js';
import { UNANSWERED } from '../reflection/reflection-fields.js';
import { BLOCK_FLOOR } from './block-floor.js';
import { closeLedgers, endsWith, type LedgerBlock, type LedgerClose, type LedgerState, type SnapshotReflection } from './close-ledgers.js';
import type { PostingPlan } from './posting-plan.js';
import { postCount, type Carry } from './rounded-count.js';

const EMPTY: LedgerState = { carries: new Map(), postings: [], windows: [] };
const REFLECTED_ON = dateInAmsterdam(new Date('2026-01-15T12:00:00Z'));

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

/** Counts over everything per month, and a part that is posted per month with its shortfall and what lies inside it. */
const PLAN: PostingPlan = {
  counts: [
    { key: 'minors', period: 'month', counts: ({ minorsInvolved }) => Number(minorsInvolved === true), over: () => 1, inside: null },
    { key: 'many', period: 'quarter', counts: ({ agenciesInvolved }) => Number((agenciesInvolved ?? 0) >= 6), over: () => 1, inside: null },
  ],
  parts: [
    {
      key: 'child',
      period: 'month',
      includes: ({ minorsInvolved }) => minorsInvolved === true,
      size: { key: 'minors', as: 'count' },
      closesLater: 0,
      outcomes: [
        { key: 'not-complete', counts: ({ childSeen }) => childSeen !== true, inside: null, beside: [] },
        { key: 'no', counts: ({ childSeen }) => childSeen === false, inside: 'not-complete', beside: [] },
      ],
    },
  ],
};

interface Told {
  readonly minors: boolean;
  readonly seen: boolean | null;
}

/** Reflections of ten contributors and as many cases. */
function reflections(told: readonly Told[]): SnapshotReflection[] {
  return told.map(({ minors, seen }, index) => ({
    contributor: `c${index % 10}`,
    careCase: `f${index % 13}`,
    reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, minorsInvolved: minors, childSeen: minors ? seen : null },
  }));
}

function block(number: number, closedIn: Month, told: readonly Told[]): LedgerBlock {
  return { number, closedIn, reflections: reflections(told) };
}

const many = (length: number, told: Told): Told[] => Array.from({ length }, () => told);
const COMPLETE: Told = { minors: true, seen: true };
const NOT_SEEN: Told = { minors: true, seen: false };
const NOT_KNOWN: Told = { minors: true, seen: null };
const NO_MINORS: Told = { minors: false, seen: null };

type FirstCarry = Carry | ((key: string) => Carry);

function close(closing: Month, blocks: readonly LedgerBlock[], state: LedgerState = EMPTY, firstCarry: FirstCarry = 0, plan = PLAN): LedgerClose {
  return closeLedgers({ plan, closing, blocks, state, firstCarry: typeof firstCarry === 'number' ? () => firstCarry : firstCarry, floor: BLOCK_FLOOR });
}

/** Closes one month after the other, each with its block, remembering what a place remembers. */
function closeAll(blocks: readonly LedgerBlock[], firstCarry: FirstCarry = 0, plan = PLAN): LedgerClose[] {
  let state = EMPTY;
  return blocks.map((one, index) => {
    const made = close(one.closedIn, blocks.slice(0, index + 1), state, firstCarry, plan);
    state = { carries: made.carries, postings: [...state.postings, ...made.postings], windows: [...state.windows, ...made.windows] };
    return made;
  });
}

const valueOf = (made: LedgerClose, key: string) => made.postings.find((posting) => posting.key === key)?.posted;

describe('closeLedgers', () => {
  it('posts a count per month over the block of that month', () => {
    const made = close(month('2026-01'), [block(1, month('2026-01'), [...many(10, COMPLETE), ...many(8, NO_MINORS)])]);
    expect(made.postings.find(({ key }) => key === 'minors')).toEqual({ key: 'minors', firstBlock: 1, lastBlock: 1, posted: 9, isCapped: false });
    expect(made.carries.get('minors')).toBe(1);
  });

  it('posts a count per quarter with the last month of the quarter, over all its blocks', () => {
    const blocks = ['2026-01', '2026-02', '2026-03'].map((text, index) => block(index + 1, month(text), many(12, NO_MINORS)));
    const made = closeAll(blocks);
    expect(made.slice(0, 2).flatMap(({ postings }) => postings.filter(({ key }) => key === 'many'))).toEqual([]);
    expect(made[2]?.postings.find(({ key }) => key === 'many')).toMatchObject({ firstBlock: 1, lastBlock: 3 });
  });

  it('posts nothing for a period without a block', () => {
    expect(close(month('2026-03'), []).postings).toEqual([]);
  });

  it('posts the shortfall of a part first and what lies inside it below it', () => {
    const made = close(month('2026-01'), [block(1, month('2026-01'), [...many(10, COMPLETE), ...many(6, NOT_SEEN), ...many(3, NOT_KNOWN)])]);
    expect(made.windows).toEqual([{ key: 'child', firstBlock: 1, lastBlock: 1 }]);
    expect([valueOf(made, 'not-complete'), valueOf(made, 'no')]).toEqual([9, 6]);
  });

  it('lets a part wait until its posted size is large enough, and then posts over all blocks that waited', () => {
    const made = closeAll([
      block(1, month('2026-01'), [...many(8, COMPLETE), ...many(10, NO_MINORS)]),
      block(2, month('2026-02'), [...many(7, NOT_SEEN), ...many(10, NO_MINORS)]),
    ]);
    expect(made[0]?.windows).toEqual([]);
    expect(made[1]?.windows).toEqual([{ key: 'child', firstBlock: 1, lastBlock: 2 }]);
  });

  it('judges a part by its posted size, not by its true one', () => {
    // Ten minors of twenty: the truth would do, what is posted (9) does not.
    const made = close(month('2026-01'), [block(1, month('2026-01'), [...many(10, COMPLETE), ...many(10, NO_MINORS)])]);
    expect(made.windows).toEqual([]);
  });

  it('keeps a part waiting in which one contributor holds more than half', () => {
    const held = Array.from({ length: 20 }, (_, index): SnapshotReflection => {
      const own = index < 11 ? 'holder' : `c${index}`;
      return { contributor: own, careCase: `f${index}`, reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, minorsInvolved: true, childSeen: true } };
    });
    expect(close(month('2026-01'), [{ number: 1, closedIn: month('2026-01'), reflections: [...held, ...reflections(many(10, NO_MINORS))] }]).windows).toEqual([]);
  });

  it('posts a part that ripens one close after its block, without the block of that close', () => {
    const ripening: PostingPlan = { ...PLAN, parts: PLAN.parts.map((part) => ({ ...part, closesLater: 1 })) };
    const made = closeAll([block(1, month('2026-01'), many(20, COMPLETE)), block(2, month('2026-02'), many(20, COMPLETE))], 0, ripening);
    expect(made.map(({ windows }) => windows)).toEqual([[], [{ key: 'child', firstBlock: 1, lastBlock: 1 }]]);
  });

  it('never posts a block twice under one key, and parts only ever post whole blocks in order', () => {
    const told = fc.constantFrom(COMPLETE, NOT_SEEN, NOT_KNOWN, NO_MINORS);
    fc.assert(
      fc.property(fc.array(fc.array(told, { minLength: 10, maxLength: 30 }), { minLength: 1, maxLength: 14 }), fc.constantFrom<Carry>(-1, 0, 1), (all, offset) => {
        const made = closeAll(all.map((one, index) => block(index + 1, addMonths(month('2026-01'), index), one)), offset);
        for (const key of ['minors', 'not-complete', 'no', 'many']) {
          const windows = made.flatMap(({ postings }) => postings.filter((posting) => posting.key === key));
          windows.forEach((window, index) => {
            expect(window.firstBlock).toBeGreaterThan(windows[index - 1]?.lastBlock ?? 0);
            expect(window.lastBlock).toBeGreaterThanOrEqual(window.firstBlock);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('posts for every count exactly what one posting after the other of its plain list of reflections gives', () => {
    const told = fc.constantFrom(COMPLETE, NOT_SEEN, NOT_KNOWN, NO_MINORS);
    fc.assert(
      fc.property(fc.array(fc.array(told, { minLength: 0, maxLength: 30 }), { minLength: 1, maxLength: 9 }), fc.constantFrom<Carry>(-1, 0, 1), (all, offset) => {
        const blocks = all.map((one, index) => block(index + 1, addMonths(month('2026-01'), index), one));
        const made = closeAll(blocks, offset).flatMap(({ postings }) => postings);
        for (const { key, counts } of PLAN.counts) {
          let carry = offset;
          for (const posting of made.filter((one) => one.key === key)) {
            const members = blocks.filter(({ number }) => number >= posting.firstBlock && number <= posting.lastBlock).flatMap((one) => one.reflections);
            const plain = postCount(members.map(({ contributor, reflection }) => ({ contributor, isCounted: counts(reflection) === 1 })), carry);
            expect({ posted: posting.posted, isCapped: posting.isCapped }).toEqual({ posted: plain.posted, isCapped: plain.isCapped });
            carry = plain.carry;
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('posts of a count never more than of the wider one over the same blocks, of whatever period', () => {
    const inner = (period: 'month' | 'quarter') => ({ key: `not-seen per ${period}`, period, counts: ({ minorsInvolved, childSeen }: RecordedReflection) => Number(minorsInvolved === true && childSeen !== true), over: () => 1, inside: 'minors' });
    const plan: PostingPlan = { counts: [...PLAN.counts, inner('month'), inner('quarter')], parts: [] };
    const told = fc.constantFrom(NOT_SEEN, NOT_KNOWN, NO_MINORS);
    fc.assert(
      fc.property(fc.array(fc.array(told, { minLength: 10, maxLength: 30 }), { minLength: 3, maxLength: 9 }), fc.func(fc.constantFrom<Carry>(-1, 0, 1)), (all, carryOf) => {
        const blocks = all.map((one, index) => block(index + 1, addMonths(month('2026-01'), index), one));
        const made = closeAll(blocks, carryOf, plan).flatMap(({ postings }) => postings);
        for (const { key, posted, firstBlock, lastBlock } of made) {
          if (!key.startsWith('not-seen')) continue;
          const around = made.filter((one) => one.key === 'minors' && one.firstBlock >= firstBlock && one.lastBlock <= lastBlock);
          expect(posted).toBeLessThanOrEqual(around.reduce((sum, one) => sum + one.posted, 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('binds nothing by a wider count of which some block has no posting', () => {
    const inside: PostingPlan = { counts: [{ key: 'not-seen', period: 'month', counts: ({ childSeen }) => Number(childSeen === false), over: () => 1, inside: 'not posted here' }], parts: [] };
    expect(valueOf(close(month('2026-01'), [block(1, month('2026-01'), many(12, NOT_SEEN).concat(many(6, NO_MINORS)))], EMPTY, 0, inside), 'not-seen')).toBe(12);
  });

  it('posts the same when the postings and blocks that no ledger needs any more are left out', () => {
    const told = fc.constantFrom(COMPLETE, NOT_SEEN, NO_MINORS);
    fc.assert(
      fc.property(fc.array(fc.array(told, { minLength: 10, maxLength: 30 }), { minLength: 2, maxLength: 9 }), (all) => {
        const blocks = all.map((one, index) => block(index + 1, addMonths(month('2026-01'), index), one));
        const before = closeAll(blocks.slice(0, -1));
        const postings = before.flatMap((made) => made.postings);
        const windows = before.flatMap((made) => made.windows);
        const carries = before.at(-1)?.carries ?? new Map<string, Carry>();
        const closing = blocks.at(-1)?.closedIn ?? month('2026-01');
        const through = Math.max(0, ...windows.map(({ lastBlock }) => lastBlock));
        const needed = blocks.filter(({ number, closedIn }) => number > through || quarterOf(closedIn) === quarterOf(closing));
        const first = needed[0]?.number ?? 1;
        const pruned = close(closing, needed, { carries, postings: postings.filter(({ lastBlock }) => lastBlock >= first), windows: windows.slice(-1) });
        expect(pruned).toEqual(close(closing, blocks, { carries, postings, windows }));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what lies inside at or below the whole, and every outcome below the size of its part', () => {
    const told = fc.constantFrom(COMPLETE, NOT_SEEN, NOT_KNOWN, NO_MINORS);
    fc.assert(
      fc.property(fc.array(fc.array(told, { minLength: 10, maxLength: 30 }), { minLength: 1, maxLength: 8 }), (all) => {
        const blocks = all.map((one, index) => block(index + 1, addMonths(month('2026-01'), index), one));
        for (const made of closeAll(blocks)) {
          for (const window of made.windows) {
            const minors = blocks.filter(({ number }) => number >= window.firstBlock && number <= window.lastBlock).flatMap((one) => one.reflections).filter(({ reflection }) => reflection.minorsInvolved === true);
            expect(valueOf(made, 'no')).toBeLessThanOrEqual(valueOf(made, 'not-complete') ?? 0);
            expect(valueOf(made, 'not-complete')).toBeLessThan(minors.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('endsWith', () => {
  it.each([
    ['month', '2026-02', true],
    ['quarter', '2026-02', false],
    ['quarter', '2026-03', true],
    ['half-year', '2026-03', false],
    ['half-year', '2026-06', true],
    ['half-year', '2026-12', true],
  ] as const)('a %s with %s: %s', (period, text, ends) => {
    expect(endsWith(period, month(text))).toBe(ends);
  });
});
