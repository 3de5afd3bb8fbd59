import { describe, expect, it } from '@jest/globals';
import type { PostingBase } from '@rolvast/domain/statistics';
import { EXACT, firstSignal, POSTED } from './quarter-chart.js';

const quarter = (events: number, trials = 100) => ({ events, trials });
const YEAR = [quarter(20), quarter(20), quarter(20), quarter(20)];

describe('the quarter chart', () => {
  it('signals beyond three standard deviations, and not on the way there', () => {
    // One standard deviation is 4: twenty of a hundred.
    expect(firstSignal([...YEAR, quarter(20), quarter(33)], EXACT, 'known-centre')).toBe(5);
    expect(firstSignal([...YEAR, quarter(20), quarter(32)], EXACT, 'known-centre')).toBeNull();
  });

  it('signals the second point of three beyond two standard deviations', () => {
    expect(firstSignal([...YEAR, quarter(29), quarter(20), quarter(29), quarter(20)], EXACT, 'known-centre')).toBe(6);
    expect(firstSignal([...YEAR, quarter(29), quarter(20), quarter(20), quarter(29)], EXACT, 'known-centre')).toBeNull();
  });

  it('looks upward only, and never at the baseline itself', () => {
    expect(firstSignal([...YEAR, quarter(0), quarter(0)], EXACT, 'known-centre')).toBeNull();
    expect(firstSignal([quarter(60), quarter(10), quarter(5), quarter(5), quarter(20)], EXACT, 'known-centre')).toBeNull();
  });

  it('leaves out quarters without a figure, and says nothing without a baseline', () => {
    expect(firstSignal([quarter(20), null, quarter(20), quarter(20), null, quarter(33)], EXACT, 'known-centre')).toBe(5);
    expect(firstSignal([null, null, null, null, quarter(99)], EXACT, 'known-centre')).toBeNull();
  });

  it('has wider limits for posted figures, and wider ones still when it allows for the baseline', () => {
    const at = (events: number) => [...YEAR, quarter(events)];
    const least = (base: PostingBase, limits: 'known-centre' | 'cautious') => Array.from({ length: 40 }, (_, step) => 20 + step).find((events) => firstSignal(at(events), base, limits) === 4);
    // 3 x sqrt(16), sqrt(16 + 1.33 + 0.05), sqrt(16 + 4) and sqrt(17.4 + 4.09) above twenty.
    expect([least(EXACT, 'known-centre'), least(POSTED, 'known-centre'), least(EXACT, 'cautious'), least(POSTED, 'cautious')]).toEqual([33, 33, 34, 34]);
    // Where counts are small, posting weighs more: 3 x sqrt(4.75) and sqrt(4.75 + 1.33) above five.
    const small = (events: number, base: PostingBase) => firstSignal([...Array.from({ length: 4 }, () => quarter(5)), quarter(events)], base, 'known-centre');
    expect([small(12, EXACT), small(12, POSTED), small(13, POSTED)]).toEqual([4, null, 4]);
  });
});
