import { describe, expect, it } from '@jest/globals';
import { sizeAxis } from './size-axis';

describe('sizeAxis', () => {
  it('runs in round steps from below the smallest to beyond the largest unit', () => {
    expect(sizeAxis([{ size: 42 }, { size: 131 }], 8)).toEqual({ from: 20, to: 160, ticks: [20, 40, 60, 80, 100, 120, 140, 160] });
  });

  it.each([[1], [9], [10], [57], [812], [12_000]])('holds a unit of %d in no more steps than there is room for', (size) => {
    const { from, to, ticks } = sizeAxis([{ size }], 4);
    expect(from).toBeLessThanOrEqual(size);
    expect(to).toBeGreaterThanOrEqual(size);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
  });
});
