import { describe, expect, it } from '@jest/globals';
import { CONFIDENCE_95, CONFIDENCE_998, deviationsOf, parseConfidenceLevel, tailOf } from './confidence-level.js';

describe('parseConfidenceLevel', () => {
  it.each([[0.9, 0.9], [0.95, 0.95], [0.998, 0.998], [90, 0.9], [95, 0.95], [99.8, 0.998]])('reads %d as the share %d', (given, level) => {
    const parsed = parseConfidenceLevel(given);
    expect(parsed.ok && Math.abs(parsed.value - level) < 1e-15).toBe(true);
  });

  it.each([0, 0.89, 1, 2, 89.9, 100, 1 - 2 ** -53, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (given) => {
    expect(parseConfidenceLevel(given)).toEqual({ ok: false, fault: { code: 'confidence-out-of-range' } });
  });

  it('leaves the same probability out at both ends', () => {
    expect(tailOf(CONFIDENCE_95)).toBeCloseTo(0.025, 15);
    expect(tailOf(CONFIDENCE_998)).toBeCloseTo(0.001, 15);
    expect(deviationsOf(CONFIDENCE_95)).toBeCloseTo(1.959963984540054, 12);
    expect(deviationsOf(CONFIDENCE_998)).toBeCloseTo(3.090232306167813, 12);
  });
});
