import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseMonth, UNANSWERED, type LedgerBlock, type LedgerPosting, type PostingPlan, type RecordedReflection } from '@rolvast/domain';
import { watched } from './watched-posting.js';

const REFLECTED_ON = parseLocalDate('2026-01-15');
const CLOSED_IN = parseMonth('2026-01');
const isMinor = ({ minorsInvolved }: RecordedReflection) => minorsInvolved === true;
const isUnseen = (reflection: RecordedReflection) => isMinor(reflection) && reflection.childSeen !== true;
const isNo = (reflection: RecordedReflection) => isMinor(reflection) && reflection.childSeen === false;

const PLAN: PostingPlan = {
  counts: [
    { key: 'minors', period: 'month', counts: (one) => Number(isMinor(one)), over: () => 1, inside: null },
    { key: 'unseen', period: 'quarter', counts: (one) => Number(isUnseen(one)), over: () => 1, inside: 'minors' },
    { key: 'fields', period: 'month', counts: (one) => Number(one.childSeen === null), over: () => 2, inside: null },
  ],
  parts: [
    {
      key: 'child',
      period: 'month',
      includes: isMinor,
      size: { key: 'minors', as: 'count' },
      closesLater: 0,
      outcomes: [
        { key: 'not-complete', counts: isUnseen, inside: null, beside: [] },
        { key: 'no', counts: isNo, inside: 'not-complete', beside: [] },
      ],
    },
  ],
};

/** Reflections of some contributors, the first so many with minors, of which the first so many were not seen. */
function block(number: number, size: number, minors: number, unseen: number, contributorOf = (index: number) => `c${index}`): LedgerBlock {
  if (REFLECTED_ON === null || CLOSED_IN === null) throw new Error('no date');
  const reflectedOn = REFLECTED_ON;
  const reflections = Array.from({ length: size }, (_, index) => ({ contributor: contributorOf(index), careCase: `f${index}`, reflection: { ...UNANSWERED, reflectedOn, minorsInvolved: index < minors, childSeen: index >= unseen } }));
  return { number, closedIn: CLOSED_IN, reflections };
}

function posting(key: string, posted: number, firstBlock = 1, lastBlock = firstBlock): LedgerPosting {
  return { key, posted, firstBlock, lastBlock, isCapped: false };
}

const only = (postings: readonly LedgerPosting[], blocks: readonly LedgerBlock[], key: string) => watched(postings, blocks, PLAN).find((one) => one.key === key);

describe('a posting that is watched', () => {
  it('ran over the reflections of its window, as many times as they count, and stayed below all of them', () => {
    const blocks = [block(1, 14, 9, 4), block(2, 11, 9, 4), block(3, 30, 9, 4)];
    expect(only([posting('minors', 18, 1, 2)], blocks, 'minors')).toMatchObject({ over: 25, ceiling: 24, around: null });
    expect(only([posting('fields', 0)], blocks, 'fields')).toMatchObject({ over: 28, ceiling: 27 });
  });

  it('has the wider count around it, added up over its own window and no further', () => {
    const postings = [posting('minors', 9, 1), posting('minors', 6, 2), posting('minors', 12, 3), posting('unseen', 6, 1, 2)];
    expect(only(postings, [block(1, 14, 9, 4), block(2, 11, 7, 3)], 'unseen')).toMatchObject({ over: 25, ceiling: 24, around: 15 });
  });

  it('of a part ran over its members, below all of them or what was posted around it over the same window', () => {
    const postings = [posting('not-complete', 6), posting('no', 3), posting('not-complete', 3, 2)];
    const blocks = [block(1, 20, 14, 6), block(2, 20, 14, 6)];
    expect(only(postings, blocks, 'not-complete')).toMatchObject({ over: 14, ceiling: 12, around: null });
    expect(only(postings, blocks, 'no')).toMatchObject({ over: 14, ceiling: 6 });
  });

  it('may be guarded only when it is 1 above where one holds all that is counted, or 1 below where one holds all that is not', () => {
    const heldCounted = [block(1, 14, 5, 0, (index) => (index < 5 ? 'holder' : `c${index}`))];
    const heldRest = [block(1, 14, 10, 0, (index) => (index >= 10 ? 'holder' : `c${index}`))];
    const nobody = [block(1, 14, 5, 0)];
    const isGuarded = (posted: number, blocks: readonly LedgerBlock[]) => only([posting('minors', posted)], blocks, 'minors')?.isGuarded;
    expect([isGuarded(6, heldCounted), isGuarded(3, heldCounted), isGuarded(6, nobody)]).toEqual([true, false, false]);
    expect([isGuarded(9, heldRest), isGuarded(12, heldRest)]).toEqual([true, false]);
  });

  it('is left out when nothing plans it any more', () => {
    expect(watched([posting('gone', 3), posting('minors', 9)], [block(1, 14, 9, 4)], PLAN).map(({ key }) => key)).toEqual(['minors']);
  });
});
