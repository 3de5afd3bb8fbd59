import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, monthsInRange, parseMonth, type Month } from './month.js';
import { addHalfYears, firstMonthOfHalfYear, monthsOfHalfYear, parseHalfYear, halfYearOf, type HalfYear } from './half-year.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

function halfYear(text: string): HalfYear {
  const parsed = parseHalfYear(text);
  if (parsed === null) throw new Error(`${text} is no half-year`);
  return parsed;
}

const halfYears = fc.record({ year: fc.integer({ min: 1900, max: 2199 }), number: fc.integer({ min: 1, max: 2 }) }).map(({ year, number }) => halfYear(`${year}-H${number}`));
const steps = fc.integer({ min: -200, max: 200 });

describe('parseHalfYear', () => {
  it('accepts the two half-years of a year', () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    expect(numbers.filter((number) => parseHalfYear(`2026-H${number}`) !== null)).toEqual([1, 2]);
  });

  it.each(['', '2026', '2026H1', '2026-h1', '2026-1', '2026-H', '2026-H12', '2026-Q1', '26-H1', 'H1-2026', ' 2026-H1', '2026-H1\n', '2026-01'])('refuses %j', (text) => {
    expect(parseHalfYear(text)).toBeNull();
  });
});

describe('halfYearOf', () => {
  it('puts six months in each half of a year', () => {
    expect(monthsInRange(month('2026-01'), month('2027-02')).map((each) => halfYearOf(each))).toEqual([
      ...Array.from({ length: 6 }, () => '2026-H1'),
      ...Array.from({ length: 6 }, () => '2026-H2'),
      '2027-H1',
    ]);
  });
});

describe('monthsOfHalfYear', () => {
  it('ends with the first month of the next half-year, over the turn of the year too', () => {
    expect(monthsOfHalfYear(halfYear('2026-H1'))).toEqual({ from: '2026-01', toExclusive: '2026-07' });
    expect(monthsOfHalfYear(halfYear('2026-H2'))).toEqual({ from: '2026-07', toExclusive: '2027-01' });
  });

  it('holds exactly the months that lie in the half-year', () => {
    fc.assert(
      fc.property(halfYears, (any) => {
        const { from, toExclusive } = monthsOfHalfYear(any);
        expect(monthsInRange(from, toExclusive).map((each) => halfYearOf(each))).toEqual([any, any, any, any, any, any]);
        expect(halfYearOf(addMonths(from, -1))).toBe(addHalfYears(any, -1));
        expect(halfYearOf(toExclusive)).toBe(addHalfYears(any, 1));
        expect(firstMonthOfHalfYear(any)).toBe(from);
      }),
    );
  });
});

describe('addHalfYears', () => {
  it('crosses the turn of a year in both directions', () => {
    expect([addHalfYears(halfYear('2026-H2'), 1), addHalfYears(halfYear('2026-H1'), -3), addHalfYears(halfYear('2026-H1'), 0)]).toEqual(['2027-H1', '2024-H2', '2026-H1']);
  });

  it('can be undone, gives half-years that exist, and keeps the order of text', () => {
    fc.assert(
      fc.property(halfYears, steps, (from, count) => {
        const other = addHalfYears(from, count);
        expect(addHalfYears(other, -count)).toBe(from);
        expect(parseHalfYear(other)).toBe(other);
        expect(from < other).toBe(count > 0);
      }),
    );
  });
});
