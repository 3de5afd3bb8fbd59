import { describe, expect, it } from '@jest/globals';
import { addMonths, findMeasure, firstDayOf, isoWeekOf, parseMonth, type FigurePeriod, type LedgerMeasure, type Month } from '@rolvast/domain';
import type { StoredRebase } from '../../care/follow-up/follow-up.store.js';
import { chartFrom, phasedChart, type PhasedChart } from './phased-chart.js';

const START = month('2024-01');

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

function measured(code: string): LedgerMeasure {
  const measure = findMeasure(code);
  if (measure?.kind !== 'reflection-share') throw new Error('no such measure');
  return measure;
}

/** Months of 30 reflections in which the pattern was noticed three times, and from the sixteenth on fifteen times. */
const PERIODS: readonly FigurePeriod[] = Array.from({ length: 30 }, (_, index) => {
  const from = addMonths(START, index);
  return { from, through: from, heldFrom: from, cell: { state: 'shown', numerator: index < 15 ? 3 : 15, denominator: 30 }, reflections: 30, parts: null, ledgers: 1, coverage: null };
});

function rebase(fromMonth: string, number = 1): StoredRebase {
  return { number, decidedAs: 'quality-staff', decidedInWeek: isoWeekOf(firstDayOf(START)), unitCode: 'team-a', measure: 'PITFALL_POWERLESSNESS', fromMonth: month(fromMonth), reason: 'recording_changed' };
}

function drawn(...rebases: StoredRebase[]): PhasedChart {
  const chart = phasedChart(measured('PITFALL_POWERLESSNESS'), 'month', PERIODS, rebases);
  if (chart === null) throw new Error('no chart');
  return chart;
}

describe('a chart with a new start', () => {
  it('has a base of its own from there on, and what stood out against the old one no longer does', () => {
    const [whole, anew] = [drawn(), drawn(rebase('2025-04'))];
    expect(whole.marks.slice(15).filter((mark) => mark !== null).length).toBeGreaterThan(10);
    expect(anew.marks.slice(15)).toEqual(Array.from({ length: 15 }, () => null));
    expect(anew.phases.map(({ from, toExclusive, centre, rebase: by }) => [from, toExclusive, centre, by?.number ?? null])).toEqual([[0, 15, 0.1, null], [15, 30, 0.5, 1]]);
    expect(anew.centre).toBe(0.5);
    expect(whole.phases).toMatchObject([{ from: 0, toExclusive: 30, rebase: null }]);
  });

  it('stays as it is while the period of the new start is still to come', () => {
    expect(drawn(rebase('2030-01'))).toEqual(drawn());
  });

  it('says of two that begin with one period the later reason, in whatever order they were decided', () => {
    const merged = PERIODS.map((period, index) => (index === 15 ? { ...period, through: addMonths(period.from, 2) } : period)).filter((_, index) => index !== 16 && index !== 17);
    const both = [rebase('2025-06', 2), rebase('2025-05', 1)];
    const chart = phasedChart(measured('PITFALL_POWERLESSNESS'), 'month', merged, both);
    expect(chart?.phases.map(({ from, rebase: by }) => [from, by?.number ?? null])).toEqual([[0, null], [16, 2]]);
  });

  it('is no chart for a measure that has none', () => {
    expect(phasedChart(measured('PITFALL_SECRECY'), 'half-year', PERIODS, [])).toBeNull();
  });
});

describe('the last periods of a chart', () => {
  it('keep the lines, and the phase they stand in with its decision', () => {
    const whole = drawn(rebase('2025-04'));
    const recent = chartFrom(whole, 20);
    expect([recent.lower, recent.upper, recent.marks]).toEqual([whole.lower.slice(20), whole.upper.slice(20), whole.marks.slice(20)]);
    expect(recent.phases).toMatchObject([{ from: 0, toExclusive: 10, centre: 0.5, rebase: { number: 1 } }]);
    expect(chartFrom(whole, 10).phases).toMatchObject([{ from: 0, toExclusive: 5 }, { from: 5, toExclusive: 20 }]);
    expect(chartFrom(whole, 0)).toEqual(whole);
  });

  it('are none after the last one', () => {
    expect(chartFrom(drawn(), 30)).toMatchObject({ lower: [], phases: [] });
  });
});
