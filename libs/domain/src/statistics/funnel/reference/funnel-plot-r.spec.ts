import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CountPoint } from '../../series.js';
import { funnelPlotR, type FunnelPlotR, type FunnelPlotROptions } from './funnel-plot-r.js';

const shown = fc.integer({ min: 3, max: 300 }).chain((denominator) => fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }));
const points = fc.array(fc.option(shown, { freq: 6 }), { minLength: 1, maxLength: 14 }).filter((all) => all.some((point) => point !== null));
const options: fc.Arbitrary<FunnelPlotROptions> = fc.record({
  figure: fc.constantFrom('ratio', 'share', 'count-ratio'),
  ratioMethod: fc.constantFrom('shmi', 'cqc'),
  limit: fc.constantFrom(95, 99),
  trimBy: fc.constantFrom(0, 0.05, 0.1, 0.2, 0.5),
  drawAdjusted: fc.boolean(),
  drawUnadjusted: fc.boolean(),
});

function funnelOf(all: readonly CountPoint[], asked: FunnelPlotROptions): FunnelPlotR {
  const result = funnelPlotR(all, asked);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

/** Every number anywhere inside a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const UNITS = [[12, 10.004], [30, 20], [9, 18], [25, 30], [41, 40], [3, 8], [66, 50], [70, 60], [20, 25], [16, 12]].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));

describe('FunnelPlotR mode', () => {
  it('gives finite numbers only, whatever the figures and options are', () => {
    fc.assert(fc.property(points, options, (all, asked) => expect(numbersIn(funnelOf(all, asked)).every(Number.isFinite)).toBe(true)));
  });

  it('gives the units back in the order given, each the same wherever it stands', () => {
    const rounded = (units: FunnelPlotR['units']) => JSON.stringify(units, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(8)) : value));
    fc.assert(fc.property(points, options, (all, asked) => expect(rounded(funnelOf(all.toReversed(), asked).units)).toBe(rounded(funnelOf(all, asked).units.toReversed()))));
  });

  it('keeps the lines of a share in 0 to 1', () => {
    fc.assert(
      fc.property(points, (all) => {
        for (const unit of funnelOf(all, { figure: 'share' }).units) {
          for (const line of numbersIn([unit?.adjusted, unit?.unadjusted])) expect(line >= 0 && line <= 1).toBe(true);
        }
      }),
    );
  });

  it('works out SHMI ratios on the log scale, truncated by rank, with expected counts of two decimals', () => {
    const { phi, tau2, units } = funnelOf(UNITS, { figure: 'ratio', ratioMethod: 'shmi' });
    expect(units[0]).toMatchObject({ denominator: 10, figure: 12 / 10.004 });
    expect(units[0]?.z).toBeCloseTo(Math.sqrt(10) * Math.log(1.2), 12);
    // Ten units in ten groups of 11 ranks: rank 1 falls in group 0 and rank 10 in group 9, so both ends are cut off.
    expect(units.map((unit) => unit?.trimmedZ === null)).toEqual([false, false, true, false, false, false, true, false, false, false]);
    const kept = units.flatMap((unit) => (unit === null || unit.trimmedZ === null ? [] : [{ z: unit.trimmedZ, weight: unit.denominator }]));
    const sum = (of: (one: { z: number; weight: number }) => number) => kept.reduce((total, one) => total + of(one), 0);
    expect(phi).toBeCloseTo(sum(({ z }) => z * z) / 8, 12);
    const room = sum(({ weight }) => weight) - sum(({ weight }) => weight ** 2) / sum(({ weight }) => weight);
    expect(tau2).toBeCloseTo((sum(({ z }) => z * z) - 7) / room, 12);
    expect(units[1]?.adjusted.upper95).toBeCloseTo(Math.exp(1.959964 * Math.sqrt(1 / 20 + (tau2 ?? Number.NaN))), 12);
    expect(units[1]?.adjusted.lower998).toBeCloseTo(Math.exp(-3.090232 * Math.sqrt(1 / 20 + (tau2 ?? Number.NaN))), 12);
  });

  it('works out ratios of counts on the log scale, winsorised', () => {
    const { target, tau2, units } = funnelOf(UNITS, { figure: 'count-ratio', trimBy: 0.2 });
    const error = Math.sqrt(30 / 30.5 ** 2 + 20 / 20.5 ** 2);
    expect(target).toBeCloseTo(292 / 273.004, 12);
    expect(units[1]?.z).toBeCloseTo((Math.log(30.5 / 20.5) - Math.log(target)) / error, 12);
    expect(units[1]?.adjusted.upper95).toBeCloseTo(target * Math.exp(1.959964 * Math.sqrt(1 / 80 + (tau2 ?? Number.NaN))), 12);
    expect(units[1]?.unadjusted.lower95).toBeCloseTo(target * Math.exp(-1.959964 * Math.sqrt(1 / 80)), 12);
  });

  it('draws unadjusted lines when adjustment is off, and when there is no spread to allow for', () => {
    const off = funnelOf(UNITS, { figure: 'ratio', ratioMethod: 'cqc', drawAdjusted: false });
    expect(off).toMatchObject({ phi: 0, tau2: 0, drawAdjusted: false, drawUnadjusted: true });
    const quiet = UNITS.map(({ denominator }) => ({ numerator: Math.round(denominator), denominator }));
    const none = funnelOf(quiet, { figure: 'ratio', ratioMethod: 'cqc' });
    expect(none).toMatchObject({ tau2: 0, drawAdjusted: false, drawUnadjusted: true });
    expect(none.phi).toBeGreaterThan(0);
  });

  it('holds units against the pair of lines asked for', () => {
    const outside = (limit: 95 | 99) => funnelOf(UNITS, { figure: 'ratio', limit, drawAdjusted: false }).units.filter((unit) => unit?.isOutside === true).length;
    expect(outside(95)).toBeGreaterThan(outside(99));
  });
});

describe('FunnelPlotR mode where the reference gives no number', () => {
  it('has no bound, and calls no unit different, when units without events outlast the truncation', () => {
    const all = UNITS.map((unit, index) => (index < 2 ? { ...unit, numerator: 0 } : unit));
    const { phi, tau2, units } = funnelOf(all, { figure: 'ratio', ratioMethod: 'shmi' });
    expect([phi, tau2]).toEqual([null, null]);
    expect(units[0]).toMatchObject({ z: null, trimmedZ: null, figure: 0 });
    expect(units.every((unit) => unit?.adjusted.lower95 === 0 && unit.adjusted.upper95 === null && !(unit.isOutside ?? true))).toBe(true);
    expect(units[3]?.unadjusted.upper95).toBeGreaterThan(1);
  });

  it('leaves a single unit without events to the truncation', () => {
    const { phi } = funnelOf(UNITS.map((unit, index) => (index === 0 ? { ...unit, numerator: 0 } : unit)), { figure: 'ratio', ratioMethod: 'shmi' });
    expect(phi).not.toBeNull();
  });

  it('has neither score nor lines nor verdict for a unit without a denominator, and lets it count for nothing', () => {
    const { phi, units } = funnelOf([...UNITS, { numerator: 0, denominator: 0 }], { figure: 'ratio', ratioMethod: 'cqc' });
    expect(units[10]).toMatchObject({ figure: null, z: null, isOutside: null, adjusted: { lower95: null, upper998: null } });
    expect(phi).toBe(funnelOf(UNITS, { figure: 'ratio', ratioMethod: 'cqc' }).phi);
  });

  it('finds no spread in one share alone, nor in a ratio that is exactly 1', () => {
    expect(funnelOf([{ numerator: 4, denominator: 10 }], { figure: 'share' })).toMatchObject({ target: 0.4, tau2: 0, drawAdjusted: false });
    expect(funnelOf([{ numerator: 10, denominator: 10 }], { figure: 'ratio', ratioMethod: 'cqc' })).toMatchObject({ tau2: 0, drawAdjusted: false });
  });

  it('has no bound for one ratio alone, and does not call it different', () => {
    const none = { lower95: null, upper95: null, lower998: null, upper998: null };
    const alone = [{ numerator: 44, denominator: 10 }];
    const cqc = funnelOf(alone, { figure: 'ratio', ratioMethod: 'cqc', trimBy: 0 });
    expect(cqc).toMatchObject({ tau2: null, drawAdjusted: true, units: [{ adjusted: none, isOutside: false }] });
    expect(funnelOf(alone, { figure: 'ratio', ratioMethod: 'shmi' })).toMatchObject({ tau2: null, units: [{ adjusted: { ...none, lower95: 0, lower998: 0 }, isOutside: false }] });
  });

  it('refuses what can not be, with the position', () => {
    expect(funnelPlotR([{ numerator: 4, denominator: 10 }, { numerator: 11, denominator: 10 }], { figure: 'share' })).toEqual({
      ok: false,
      fault: { code: 'numerator-above-denominator', position: 1 },
    });
    expect(funnelPlotR([{ numerator: -1, denominator: 10 }], { figure: 'ratio' })).toEqual({ ok: false, fault: { code: 'negative', position: 0 } });
    expect(funnelPlotR(UNITS, { figure: 'ratio', trimBy: 0.6 })).toEqual({ ok: false, fault: { code: 'trim-out-of-range' } });
    expect(funnelPlotR([null, { numerator: 0, denominator: 0 }], { figure: 'ratio' })).toEqual({ ok: false, fault: { code: 'no-units' } });
  });
});
