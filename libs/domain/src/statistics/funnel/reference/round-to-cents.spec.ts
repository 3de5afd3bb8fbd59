import { describe, expect, it } from '@jest/globals';
import { roundToCents } from './round-to-cents.js';

describe('roundToCents', () => {
  it.each([
    [13.548, 13.55],
    [0.125, 0.12],
    [0.375, 0.38],
    [2.675, 2.67],
    [1.005, 1],
    [44.15, 44.15],
    [0, 0],
    [7, 7],
  ])('rounds %d to %d, as R 4 does', (value, rounded) => {
    expect(roundToCents(value)).toBe(rounded);
  });
});
