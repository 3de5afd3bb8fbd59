import { describe, expect, it } from '@jest/globals';
import { monthRange } from './month-range.js';

describe('monthRange', () => {
  it('is half-open: it ends with the first month after it', () => {
    expect(monthRange('2026', 11, 3)).toEqual({ from: '2026-11', toExclusive: '2027-02' });
  });

  it.each([['2026', 0], ['2026', 13], ['26', 1], ['', 1]])('throws at month %j-%j', (year, first) => {
    expect(() => monthRange(year, first, 1)).toThrow(RangeError);
  });
});
