import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLocalDate } from '../period/local-date.js';
import { workingDaysSince } from '../period/working-days.js';
import { ageBandOf, ageBands, DEFAULT_OVERDUE_AFTER, isOverdue, parseOverdueAfter, type OverdueAfter } from './alert-age.js';

function after(workingDays: number): OverdueAfter {
  const parsed = parseOverdueAfter(workingDays);
  if (parsed === null) throw new Error(`${workingDays} is no setting`);
  return parsed;
}

const settings = fc.integer({ min: 1, max: 60 }).map(after);

describe('parseOverdueAfter', () => {
  it('accepts whole numbers from 1 to 60 and nothing else', () => {
    expect([1, 10, 60].map(parseOverdueAfter)).toEqual([1, 10, 60]);
    expect([0, -1, 61, 2.5, Number.NaN, Number.POSITIVE_INFINITY].map(parseOverdueAfter)).toEqual([null, null, null, null, null, null]);
  });

  it('is 10 for an organisation that set nothing', () => {
    expect(DEFAULT_OVERDUE_AFTER).toBe(10);
  });
});

describe('isOverdue', () => {
  it('lets day 10 of 10 pass and names day 11', () => {
    expect([0, 9, 10, 11, 40].map((age) => isOverdue(age))).toEqual([false, false, false, true, true]);
  });

  it('follows the setting of the organisation', () => {
    expect([2, 3, 4].map((age) => isOverdue(age, after(3)))).toEqual([false, false, true]);
  });
});

describe('ageBands', () => {
  it('are 0-5, 6-10 and over 10 by default', () => {
    expect(ageBands()).toEqual([
      { code: 'recent', from: 0, through: 5 },
      { code: 'waiting', from: 6, through: 10 },
      { code: 'over', from: 11, through: null },
    ]);
  });

  it('are two when a third would be narrower than a working week', () => {
    expect(ageBands(after(9))).toEqual([{ code: 'recent', from: 0, through: 9 }, { code: 'over', from: 10, through: null }]);
  });

  it('do not get narrower than a working week, however short the setting', () => {
    expect(ageBands(after(1))).toEqual([{ code: 'recent', from: 0, through: 4 }, { code: 'over', from: 5, through: null }]);
  });

  it('join without gap or overlap, span at least five days each, and end in one that never ends', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const bands = ageBands(setting);
        const ends = bands.map(({ through }) => through);
        expect(bands.map(({ from }) => from)).toEqual([0, ...ends.slice(0, -1).map((through) => (through ?? Number.NaN) + 1)]);
        expect(bands.every(({ from, through }) => through === null || through - from >= 4)).toBe(true);
        expect(ends.indexOf(null)).toBe(bands.length - 1);
      }),
    );
  });

  it('call an age "over" exactly when it is overdue, for settings of a working week and more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }).map(after), fc.nat(100), (setting, age) => {
        expect(ageBandOf(age, setting) === 'over').toBe(isOverdue(age, setting));
      }),
    );
  });
});

describe('ageBandOf', () => {
  it('puts the edges in the band they belong to', () => {
    expect([0, 5, 6, 10, 11, 500].map((age) => ageBandOf(age))).toEqual(['recent', 'recent', 'waiting', 'waiting', 'over', 'over']);
  });

  it('puts an alert of Monday 7 September 2026 over 10 on Friday 25 September', () => {
    const [raised, today] = [parseLocalDate('2026-09-07'), parseLocalDate('2026-09-25')];
    if (raised === null || today === null) throw new Error('no such day');
    expect(workingDaysSince(raised, today)).toBe(14);
    expect(ageBandOf(14)).toBe('over');
  });
});
