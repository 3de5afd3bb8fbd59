import { describe, expect, it } from '@jest/globals';
import { allowingFor, type PostedPart } from './allowing-for.js';

const part = (categories: readonly string[], numerator: number, denominator: number): PostedPart => ({ categories, numerator, denominator });

const UNITS = [
  [part(['AMB'], 6, 30), part(['RES'], 6, 10)],
  [part(['AMB'], 3, 30), part(['RES'], 9, 30)],
  [part(['RES'], 6, 20), part(['AMB'], 9, 60)],
];

describe('allowingFor', () => {
  it('expects of each unit what the organisation has in the same parts', () => {
    // AMB 18 of 120, RES 21 of 60: the first unit may expect 30 * 0.15 + 10 * 0.35 = 8, and had 12.
    const result = allowingFor(UNITS);
    if (!result.ok) throw new Error(result.fault.code);
    expect(result.value[0]).toMatchObject({ ok: true, value: { observed: 12, expected: 8, ratio: 1.5 } });
    expect(result.value).toHaveLength(3);
  });

  it('expects as much as there was over all units together', () => {
    const result = allowingFor(UNITS);
    if (!result.ok) throw new Error(result.fault.code);
    const sum = (side: 'observed' | 'expected') => result.value.reduce((total, unit) => total + (unit.ok ? unit.value[side] : 0), 0);
    expect(sum('expected')).toBeCloseTo(sum('observed'), 10);
  });

  it('takes parts as the same when the same categories were merged, in whatever order', () => {
    const merged = (order: readonly string[]) => [part(order, 6, 30)];
    const result = allowingFor([merged(['A', 'B']), merged(['B', 'A']), merged(['A', 'B'])]);
    if (!result.ok) throw new Error(result.fault.code);
    expect(result.value.map((unit) => unit.ok)).toEqual([true, true, true]);
  });

  it('is not available for a unit whose parts are not published, and still there for the others', () => {
    const result = allowingFor([...UNITS, null]);
    if (!result.ok) throw new Error(result.fault.code);
    expect(result.value.map((unit) => unit.ok)).toEqual([true, true, true, false]);
    expect(result.value[3]).toEqual({ ok: false, fault: { code: 'not-available' } });
  });

  it('is not available where fewer than three units have a part merged like it', () => {
    const result = allowingFor([...UNITS, [part(['AMB', 'RES'], 6, 30)]]);
    if (!result.ok) throw new Error(result.fault.code);
    expect(result.value[3]).toEqual({ ok: false, fault: { code: 'not-available' } });
    const pair = allowingFor(UNITS.slice(0, 2));
    expect(pair.ok && pair.value.every((unit) => !unit.ok)).toBe(true);
  });

  it('is not available when nothing was to be expected', () => {
    const none = [part(['AMB'], 0, 30)];
    const result = allowingFor([none, none, none]);
    expect(result.ok && result.value.every((unit) => !unit.ok)).toBe(true);
  });

  it('names unit and part of what can not be', () => {
    expect(allowingFor([...UNITS, [part(['AMB'], 1, 9), part(['RES'], 10, 9)]])).toEqual({
      ok: false,
      fault: { code: 'numerator-above-denominator', unit: 3, position: 1 },
    });
    expect(allowingFor([[part(['A', 'B'], 1, 9), part(['B', 'A'], 1, 9)]])).toEqual({ ok: false, fault: { code: 'repeated-part', unit: 0, position: 1 } });
  });
});
