import { describe, expect, it } from '@jest/globals';
import { NHS_SETTINGS, nhsChart, type PostedBlock, type SpecialCause } from '@rolvast/domain/statistics';
import { binomial, chanceFrom } from './chance.js';
import { firstNhsSignal } from './nhs-rules.js';
import { nameOf } from './organisation-level.js';

const BASELINE = 24;
const WATCHED = 30;

function blocksOf(seed: number): readonly PostedBlock[] {
  const chance = chanceFrom(seed);
  const rate = 0.02 + 0.4 * chance();
  const drift = 0.01 * chance();
  return Array.from({ length: BASELINE + WATCHED }, (_, month) => {
    const denominator = 10 + Math.floor(50 * chance());
    return { numerator: binomial(chance, denominator, rate + Math.max(0, month - BASELINE) * drift), denominator, months: 1 };
  });
}

/** The first block after the baseline with which the library's chart marks anything upward, or -1. */
function firstMark(baseline: readonly PostedBlock[], blocks: readonly PostedBlock[]): number {
  const shareOf = ({ numerator, denominator }: PostedBlock): number => numerator / denominator;
  return blocks.findIndex((_, last) => {
    // A month without a figure keeps the rules from looking back into the baseline.
    const values = [...baseline.map(shareOf), null, ...blocks.slice(0, last + 1).map(shareOf)].map((value, month) => ({ date: nameOf(month), value }));
    const causes = (withTrend: boolean): readonly (SpecialCause | null)[] => {
      const chart = nhsChart(values, { ...NHS_SETTINGS, fixAfter: BASELINE, withTrend });
      if (!chart.ok) throw new Error(chart.fault.code);
      return chart.value.points.slice(BASELINE + 1).map(({ specialCause }) => specialCause);
    };
    // A trend gives its name to points that a shift would mark, so each is asked for by itself.
    return causes(false).some((cause) => cause?.towards === 'high') || causes(true).some((cause) => cause?.rule === 'trend' && cause.towards === 'high');
  });
}

describe('the compact NHS rules of the benchmark', () => {
  it('signal on XmR with the same month as the NHS chart of the library', () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);
    const found = seeds.map((seed) => firstNhsSignal('xmr', blocksOf(seed).slice(0, BASELINE), blocksOf(seed).slice(BASELINE)));
    expect(found).toEqual(seeds.map((seed) => firstMark(blocksOf(seed).slice(0, BASELINE), blocksOf(seed).slice(BASELINE))));
    expect(new Set(found).size).toBeGreaterThan(10);
  });

  it('take a baseline that never varies as the library does: sides, but no limits', () => {
    const zero = Array.from({ length: BASELINE }, () => ({ numerator: 0, denominator: 30, months: 1 }));
    const after = Array.from({ length: 12 }, (_, month) => ({ numerator: month === 2 ? 4 : 1, denominator: 30, months: 1 }));
    expect(firstNhsSignal('xmr', zero, after)).toBe(6);
    expect(firstMark(zero, after)).toBe(6);
  });
});
