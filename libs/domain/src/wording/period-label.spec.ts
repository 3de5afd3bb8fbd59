import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, parseMonth, type Month } from '../period/month.js';
import { periodLabel } from './period-label.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

describe('periodLabel', () => {
  it('names a single month with its year', () => {
    expect(periodLabel(month('2026-10'), month('2026-10'), 'nl')).toBe('okt 2026');
    expect(periodLabel(month('2026-10'), month('2026-10'), 'en')).toBe('Oct 2026');
  });

  it('names the year of a merged block once when it is one year', () => {
    expect(periodLabel(month('2026-02'), month('2026-04'), 'nl')).toBe('feb–apr 2026');
    expect(periodLabel(month('2026-02'), month('2026-04'), 'en')).toBe('Feb–Apr 2026');
  });

  it('names both years of a merged block that crosses the turn of a year', () => {
    expect(periodLabel(month('2025-11'), month('2026-01'), 'nl')).toBe('nov 2025–jan 2026');
  });

  it.each([
    ['2026-01', '2026-03', '1e kwartaal 2026', 'Q1 2026'],
    ['2026-10', '2026-12', '4e kwartaal 2026', 'Q4 2026'],
    ['2026-01', '2026-06', '1e halfjaar 2026', 'H1 2026'],
    ['2026-07', '2026-12', '2e halfjaar 2026', 'H2 2026'],
    ['2026-02', '2026-04', 'feb–apr 2026', 'Feb–Apr 2026'],
    ['2026-04', '2026-09', 'apr–sep 2026', 'Apr–Sep 2026'],
    ['2026-01', '2026-12', 'jan–dec 2026', 'Jan–Dec 2026'],
  ])('gives %s to %s its proper name only when it is exactly a quarter or a half-year', (from, through, nl, en) => {
    expect(periodLabel(month(from), month(through), 'nl')).toBe(nl);
    expect(periodLabel(month(from), month(through), 'en')).toBe(en);
  });

  it.each([
    ['nl', 'jan feb mrt apr mei jun jul aug sep okt nov dec'],
    ['en', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
  ] as const)('has a name for every month in %s', (language, names) => {
    const labels = Array.from({ length: 12 }, (_, index) => addMonths(month('2026-01'), index)).map((one) => periodLabel(one, one, language));
    expect(labels).toEqual(names.split(' ').map((name) => `${name} 2026`));
  });

  it('gives different periods different labels', () => {
    const period = fc.record({ offset: fc.nat(240), length: fc.nat(14) }).map(({ offset, length }) => {
      const from = addMonths(month('2010-01'), offset);
      return { from, through: addMonths(from, length) };
    });
    fc.assert(
      fc.property(period, period, fc.constantFrom('nl' as const, 'en' as const), (one, other, language) => {
        const isSame = one.from === other.from && one.through === other.through;
        expect(periodLabel(one.from, one.through, language) === periodLabel(other.from, other.through, language)).toBe(isSame);
      }),
      { numRuns: 300 },
    );
  });
});
