import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meanOf, medianOf, sumOf } from './exact-sum.js';

describe('meanOf', () => {
  it('gives a value that never changes back to the last digit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 60 }), (value, times) => {
        expect(meanOf(Array.from({ length: times }, () => value)) === value).toBe(true);
      }),
    );
  });

  it('is right to the last digit where a plain loop is not', () => {
    const values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    expect(values.reduce((sum, value) => sum + value, 0) / 7).not.toBe(0.4);
    expect(meanOf(values)).toBe(0.4);
  });

  it('is no number of nothing', () => {
    expect([meanOf([]), medianOf([])]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('sumOf', () => {
  it('keeps what large numbers would swallow', () => {
    expect(sumOf([1e16, 1, -1e16])).toBe(1);
  });

  it('does not hang on the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 8)), (values) => {
        expect(sumOf([...values].reverse())).toBe(sumOf(values));
      }),
    );
  });
});

describe('medianOf', () => {
  it('is the middle value, or the mean of the two middle ones', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });
});
