import { describe, expect, it } from '@jest/globals';
import type { PublishedCell } from './published-cell.js';

/** The only way to a number is through the state: `tsc` checks the lines below, so a cell that lost its states fails the gate. */
function noticedIn(cell: PublishedCell): number | null {
  return cell.state === 'shown' ? cell.numerator : null;
}

describe('a published cell', () => {
  it('gives a number only when it is shown', () => {
    expect([noticedIn({ state: 'shown', numerator: 0, denominator: 12 }), noticedIn({ state: 'withheld' }), noticedIn({ state: 'absent' })]).toEqual([0, null, null]);
  });

  it('has no number that could be read without looking at its state', () => {
    const cell: PublishedCell = { state: 'withheld' };
    // @ts-expect-error a withheld cell has no numerator
    expect(cell.numerator).toBeUndefined();
    const readAnyway = (unknown: PublishedCell): unknown =>
      // @ts-expect-error nobody knows yet whether it is shown
      unknown.numerator;
    expect(readAnyway({ state: 'absent' })).toBeUndefined();
  });

  it('can not be shown without counts, nor withheld with one', () => {
    // @ts-expect-error a shown cell needs both counts
    const half: PublishedCell = { state: 'shown', numerator: 3 };
    // @ts-expect-error a withheld cell holds nothing
    const leaking: PublishedCell = { state: 'withheld', numerator: 3 };
    expect([half.state, leaking.state]).toEqual(['shown', 'withheld']);
  });
});
