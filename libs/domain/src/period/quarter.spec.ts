import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, monthsInRange, parseMonth, type Month } from './month.js';
import { addQuarters, endedQuarters, firstMonthOfQuarter, monthsOfQuarter, parseQuarter, quarterOf, type Quarter } from './quarter.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed === null) throw new Error(`${text} is no quarter`);
  return parsed;
}

const quarters = fc.record({ year: fc.integer({ min: 1900, max: 2199 }), number: fc.integer({ min: 1, max: 4 }) }).map(({ year, number }) => quarter(`${year}-Q${number}`));
const steps = fc.integer({ min: -400, max: 400 });

describe('parseQuarter', () => {
  it('accepts the four quarters of a year', () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    expect(numbers.filter((number) => parseQuarter(`2026-Q${number}`) !== null)).toEqual([1, 2, 3, 4]);
  });

  it.each(['', '2026', '2026Q1', '2026-q1', '2026-1', '2026-Q', '2026-Q12', '2026-H1', '26-Q1', 'Q1-2026', ' 2026-Q1', '2026-Q1\n', '2026-01'])('refuses %j', (text) => {
    expect(parseQuarter(text)).toBeNull();
  });
});

describe('quarterOf', () => {
  it('puts three months in each quarter of a year', () => {
    expect(monthsInRange(month('2026-01'), month('2027-02')).map((each) => quarterOf(each))).toEqual([
      ...['2026-Q1', '2026-Q1', '2026-Q1', '2026-Q2', '2026-Q2', '2026-Q2'],
      ...['2026-Q3', '2026-Q3', '2026-Q3', '2026-Q4', '2026-Q4', '2026-Q4', '2027-Q1'],
    ]);
  });
});

describe('monthsOfQuarter', () => {
  it('ends with the first month of the next quarter, over the turn of the year too', () => {
    expect(monthsOfQuarter(quarter('2026-Q2'))).toEqual({ from: '2026-04', toExclusive: '2026-07' });
    expect(monthsOfQuarter(quarter('2026-Q4'))).toEqual({ from: '2026-10', toExclusive: '2027-01' });
  });

  it('holds exactly the months that lie in the quarter', () => {
    fc.assert(
      fc.property(quarters, (any) => {
        const { from, toExclusive } = monthsOfQuarter(any);
        expect(monthsInRange(from, toExclusive).map((each) => quarterOf(each))).toEqual([any, any, any]);
        expect(quarterOf(addMonths(from, -1))).toBe(addQuarters(any, -1));
        expect(quarterOf(toExclusive)).toBe(addQuarters(any, 1));
        expect(firstMonthOfQuarter(any)).toBe(from);
      }),
    );
  });
});

describe('addQuarters', () => {
  it('crosses the turn of a year in both directions', () => {
    expect([addQuarters(quarter('2026-Q3'), 2), addQuarters(quarter('2026-Q1'), -1), addQuarters(quarter('2026-Q1'), 0)]).toEqual(['2027-Q1', '2025-Q4', '2026-Q1']);
  });

  it('can be undone, gives quarters that exist, and keeps the order of text', () => {
    fc.assert(
      fc.property(quarters, steps, (from, count) => {
        const other = addQuarters(from, count);
        expect(addQuarters(other, -count)).toBe(from);
        expect(parseQuarter(other)).toBe(other);
        expect(from < other).toBe(count > 0);
      }),
    );
  });

  it('lists those that have ended by a month, from the latest back', () => {
    const ended = (first: string, last: string) => endedQuarters(month(first), month(last));
    expect(ended('2025-11', '2026-06')).toEqual(['2026-Q2', '2026-Q1', '2025-Q4']);
    expect(ended('2025-11', '2026-05')).toEqual(['2026-Q1', '2025-Q4']);
    expect(ended('2026-01', '2026-02')).toEqual([]);
  });
});
