import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLocalDate } from './local-date.js';
import { addMonths, firstDayOf, monthInAmsterdam, monthOf, monthsBetween, monthsInRange, parseMonth, type Month } from './month.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

const months = fc
  .record({ year: fc.integer({ min: 1900, max: 2199 }), number: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, number }) => month(`${year}-${String(number).padStart(2, '0')}`));
const steps = fc.integer({ min: -1200, max: 1200 });

describe('parseMonth', () => {
  it('accepts the twelve months of a year', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'));
    expect(numbers.filter((number) => parseMonth(`2026-${number}`) !== null)).toEqual([
      '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12',
    ]);
  });

  it.each(['', '2026', '2026-1', '2026-00', '2026-13', '26-01', '2026-01-01', '2026-01\n', ' 2026-01', '01-2026'])('refuses %j', (text) => {
    expect(parseMonth(text)).toBeNull();
  });
});

describe('monthInAmsterdam', () => {
  it('counts the last two hours of June in UTC as July', () => {
    expect(monthInAmsterdam(new Date('2026-06-30T22:30:00Z'))).toBe(parseMonth('2026-07'));
  });

  it('counts 23:30 UTC of 30 June as July', () => {
    expect(monthInAmsterdam(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07');
  });

  it('counts 21:30 UTC of 30 June as June', () => {
    expect(monthInAmsterdam(new Date('2026-06-30T21:30:00Z'))).toBe('2026-06');
  });

  it('counts the last hour of the year in UTC as the next year, and the hour before as this one', () => {
    expect(monthInAmsterdam(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01');
    expect(monthInAmsterdam(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12');
  });
});

describe('addMonths and monthsBetween', () => {
  it('cross the turn of a year in both directions', () => {
    expect(addMonths(month('2025-11'), 3)).toBe('2026-02');
    expect(addMonths(month('2026-02'), -3)).toBe('2025-11');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(monthsBetween(month('2025-11'), month('2026-02'))).toBe(3);
    expect(monthsBetween(month('2026-02'), month('2025-11'))).toBe(-3);
  });

  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(months, steps, (from, count) => {
        expect(monthsBetween(from, addMonths(from, count))).toBe(count);
      }),
    );
    fc.assert(
      fc.property(months, months, (from, to) => {
        expect(addMonths(from, monthsBetween(from, to))).toBe(to);
      }),
    );
  });

  it('give months that exist', () => {
    fc.assert(
      fc.property(months, steps, (from, count) => {
        const later = addMonths(from, count);
        expect(parseMonth(later)).toBe(later);
      }),
    );
  });

  it('keep the order of time and the order of text the same', () => {
    fc.assert(
      fc.property(months, months, (one, other) => {
        expect(one < other).toBe(monthsBetween(one, other) > 0);
      }),
    );
  });
});

describe('monthsInRange', () => {
  it('holds the first month and not the last', () => {
    expect(monthsInRange(month('2025-11'), month('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01']);
  });

  it('is empty when the range is, also when it runs backwards', () => {
    expect(monthsInRange(month('2026-02'), month('2026-02'))).toEqual([]);
    expect(monthsInRange(month('2026-03'), month('2026-02'))).toEqual([]);
  });

  it('joins without gap or overlap at any month between', () => {
    const lengths = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(months, lengths, lengths, (from, first, second) => {
        const middle = addMonths(from, first);
        const end = addMonths(middle, second);
        expect([...monthsInRange(from, middle), ...monthsInRange(middle, end)]).toEqual(monthsInRange(from, end));
        expect(monthsInRange(from, end)).toHaveLength(first + second);
      }),
    );
  });
});

describe('monthOf and firstDayOf', () => {
  it('put a date in its month', () => {
    const date = parseLocalDate('2026-07-31');
    expect(date === null ? null : monthOf(date)).toBe('2026-07');
  });

  it('lead from a month to its first day and back', () => {
    fc.assert(
      fc.property(months, (any) => {
        expect(parseLocalDate(firstDayOf(any))).toBe(`${any}-01`);
        expect(monthOf(firstDayOf(any))).toBe(any);
      }),
    );
  });
});
