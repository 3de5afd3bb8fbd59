import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adjustPValues, rejectedAt, type Adjustment, type PValue } from './adjust-p-values.js';

const adjustment = fc.constantFrom<Adjustment>('bh', 'by', 'holm');
const values = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }), { maxLength: 40 });

function adjusted(given: readonly PValue[], way: Adjustment): readonly PValue[] {
  const result = adjustPValues(given, way);
  if (!result.ok) throw new Error('nothing was adjusted');
  return result.value;
}

/** Straight from the definitions, one value at a time. */
function byDefinition(given: readonly PValue[], way: Adjustment): readonly PValue[] {
  const sorted = given.filter((value) => value !== null).sort((one, other) => one - other);
  const n = sorted.length;
  const harmonic = way === 'by' ? sorted.reduce((sum, _, index) => sum + 1 / (index + 1), 0) : 1;
  return given.map((value) => {
    if (value === null) return null;
    if (way === 'holm') return Math.min(1, Math.max(...sorted.map((other, index) => (other <= value ? (n - index) * other : 0))));
    return Math.min(1, ...sorted.map((other, index) => (other >= value ? (harmonic * n * other) / (index + 1) : 1)));
  });
}

describe('adjustPValues', () => {
  it('agrees with the definitions', () => {
    fc.assert(
      fc.property(values, adjustment, (given, way) => {
        const wanted = byDefinition(given, way);
        adjusted(given, way).forEach((value, index) => {
          if (value === null) expect(wanted[index]).toBeNull();
          else expect(value).toBeCloseTo(wanted[index] ?? Number.NaN, 12);
        });
      }),
    );
  });

  it('leaves a value that was not tested out of the number, and in its place', () => {
    fc.assert(
      fc.property(values, adjustment, (given, way) => {
        const all = adjusted(given, way);
        expect(all.map((value) => value === null)).toEqual(given.map((value) => value === null));
        expect(all.filter((value) => value !== null)).toEqual(adjusted(given.filter((value) => value !== null), way));
      }),
    );
  });

  it('never makes a value smaller, never passes 1, and keeps the order', () => {
    fc.assert(
      fc.property(values, adjustment, (given, way) => {
        const pairs = given.flatMap((value, index) => (value === null ? [] : [{ value, after: adjusted(given, way)[index] ?? Number.NaN }]));
        for (const { value, after } of pairs) {
          expect(after).toBeGreaterThanOrEqual(value * (1 - 1e-12));
          expect(after).toBeLessThanOrEqual(1);
          for (const other of pairs) if (other.value <= value) expect(other.after).toBeLessThanOrEqual(after);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('names the place of what is no probability', () => {
    for (const wrong of [-0.1, 1.1, Number.NaN]) expect(adjustPValues([0.5, null, wrong], 'bh')).toEqual({ ok: false, fault: { code: 'not-a-probability', position: 2 } });
    expect(adjusted([], 'bh')).toEqual([]);
    expect(adjusted([null], 'holm')).toEqual([null]);
  });
});

describe('rejectedAt', () => {
  it('rejects up to the level, the level itself included', () => {
    expect(rejectedAt([0.05, null, 0.2], 'bh', 0.1)).toEqual({ ok: true, value: [true, null, false] });
    expect(rejectedAt([0.05], 'bh', 0)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'level' } });
    expect(rejectedAt([2], 'bh', 0.1)).toEqual({ ok: false, fault: { code: 'not-a-probability', position: 0 } });
  });
});
