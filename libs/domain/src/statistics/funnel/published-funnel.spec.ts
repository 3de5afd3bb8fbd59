import { describe, expect, it } from '@jest/globals';
import { exactFunnel } from './exact-funnel.js';
import { LEAST_UNITS_FOR_LINES, publishedFunnel, type PublishedFunnel } from './published-funnel.js';

const UNITS = [
  { numerator: 12, denominator: 60 },
  { numerator: 15, denominator: 66 },
  null,
  { numerator: 9, denominator: 48 },
  { numerator: 60, denominator: 80 },
  { numerator: 18, denominator: 90 },
  { numerator: 12, denominator: 54 },
];

function funnelOf(...args: Parameters<typeof publishedFunnel>): PublishedFunnel {
  const funnel = publishedFunnel(...args);
  if (!funnel.ok) throw new Error(funnel.fault.code);
  return funnel.value;
}

describe('publishedFunnel', () => {
  it('places posted counts by the law of what is posted, with the spread between units', () => {
    // The one far from all others does not set the centre.
    const exact = exactFunnel(UNITS, { numerators: 'posted', denominators: 'posted', spread: 'pooled', centre: 66 / 318 });
    const { centre, phi, units } = funnelOf(UNITS, 'count', []);
    expect(exact).toMatchObject({ ok: true, value: { centre, phi, units: units.map((unit) => (unit === null ? null : { position: unit.position, pValue: unit.pValue })) } });
    expect(units[4]).toMatchObject({ position: 'above-998', standsOut: true });
    expect(units.flatMap((unit) => (unit === null ? [] : [unit.standsOut]))).toEqual([false, false, false, true, false, false]);
  });

  it('lets a mark that one of many units gets by chance not stand', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ numerator: index === 0 ? 21 : 12, denominator: 40 }));
    const { units } = funnelOf(many, 'count', []);
    expect(units[0]).toMatchObject({ position: 'above-95', standsOut: false });
  });

  it('finds the one team that differs also among few', () => {
    const few = [[6, 61], [15, 75], [3, 40], [15, 66], [36, 105], [6, 72]].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));
    const { centre, units } = funnelOf(few, 'count', []);
    expect(centre).toBeCloseTo(45 / 314, 12);
    expect(units.map((unit) => unit?.position)).toEqual(['inside', 'inside', 'inside', 'inside', 'above-95', 'inside']);
    expect(units[4]?.standsOut).toBe(true);
  });

  it('keeps all units in the centre where they simply differ much', () => {
    const wide = [[6, 60], [12, 60], [18, 60], [24, 60], [30, 60], [36, 60]].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));
    const { centre, units } = funnelOf(wide, 'count', []);
    expect(centre).toBeCloseTo(0.35, 12);
    expect(new Set(units.map((unit) => unit?.position))).toEqual(new Set(['inside']));
  });

  it('is for a measure of which the shortfall is posted the mirror of the funnel of its shortfall', () => {
    const turned = UNITS.map((unit) => (unit === null ? null : { ...unit, numerator: unit.denominator - unit.numerator }));
    const [lacking, measure] = [funnelOf(UNITS, 'count', [40, 80]), funnelOf(turned, 'shortfall', [40, 80])];
    expect(measure.centre).toBeCloseTo(1 - lacking.centre, 12);
    expect(measure.units[4]).toMatchObject({ position: 'below-998', share: 0.25, lower95: 1 - (lacking.units[4]?.upper95 ?? 0) });
    expect(measure.lines.lower95).toEqual(lacking.lines.upper95.map((share) => 1 - share));
    expect(measure.lines.upper998).toEqual(lacking.lines.lower998.map((share) => 1 - share));
  });

  it('draws no lines for fewer than five units with a figure', () => {
    const four = [null, { numerator: 0, denominator: 0 }, ...UNITS.slice(0, 5)];
    expect(publishedFunnel(four, 'count', [])).toEqual({ ok: false, fault: { code: 'too-few-points', found: 4, needed: LEAST_UNITS_FOR_LINES } });
    expect(publishedFunnel([...four, ...UNITS.slice(5)], 'count', [])).toMatchObject({ ok: true });
  });

  it('names the unit whose counts can not be', () => {
    expect(publishedFunnel([...UNITS, { numerator: 9, denominator: 6 }], 'count', [])).toMatchObject({ ok: false, fault: { position: 7 } });
  });
});
