import { describe, expect, it } from '@jest/globals';
import { addMonths, findMeasure, firstDayOf, isoWeekOf, parseMonth, type FigurePeriod, type LedgerMeasure, type Month, type PublishedCell } from '@rolvast/domain';
import { shareChart, type ChartStage, type SignalMark } from '@rolvast/domain/statistics';
import type { ChartNotes } from '../../care/follow-up/chart-notes.read-model.js';
import type { StoredRebase } from '../../care/follow-up/follow-up.store.js';
import type { FoundPlace } from '../published-place/place.js';
import { toMeasureTrend } from './measure-trend.mapper.js';
import type { MeasureTrend } from './measure-trend.object.js';
import type { PhasedChart } from './phased-chart.js';

const PLACE: FoundPlace = {
  kind: 'team',
  organisationId: 71_001,
  organisation: { code: 'noorderlicht', name: 'Noorderlicht' },
  place: { code: 'klein', name: 'Ambulant Klein' },
  unit: { code: 'noord', name: 'Ambulant Noord' },
  regionId: null,
  unitIds: [71_002],
  regionIds: [],
  closedThrough: '2026-05',
};

const WEEK = isoWeekOf(firstDayOf(start()));
const NOTHING_NOTED: ChartNotes = { sessions: [], events: [], targets: [], marks: [], rebases: [] };

function measured(code: string): LedgerMeasure {
  const measure = findMeasure(code);
  if (measure?.kind !== 'reflection-share' && measure?.kind !== 'reflection-hours') throw new Error('no such measure');
  return measure;
}

function start(): Month {
  const month = parseMonth('2026-01');
  if (month === null) throw new Error('no month');
  return month;
}

function periodOf(cell: PublishedCell, index: number): FigurePeriod {
  const month = addMonths(start(), index);
  return { from: month, through: month, heldFrom: month, reflections: cell.state === 'shown' ? 14 : null, cell, parts: cell.state === 'shown' ? [3, 0] : null, ledgers: 1, coverage: null };
}

/** The chart, where there must be one. */
function chartOf(periods: readonly FigurePeriod[]): PhasedChart {
  const chart = shareChart(periods);
  if (!chart.ok) throw new Error(chart.fault.code);
  return { ...chart.value, phases: chart.value.phases.map((phase) => ({ ...phase, rebase: null })) };
}

interface Answer {
  readonly measure?: string;
  readonly isBand?: boolean;
  readonly chart?: PhasedChart | null;
}

function trendOf(cells: readonly PublishedCell[], { measure = 'PITFALL_ANY', isBand = false, chart = chartOf(cells.map(periodOf)) }: Answer = {}): MeasureTrend {
  return toMeasureTrend({ place: PLACE, measure: measured(measure), period: 'month', isBand, periods: cells.map(periodOf), chart, notes: NOTHING_NOTED });
}

const shown = (numerator: number, denominator = 12): PublishedCell => ({ state: 'shown', numerator, denominator });

describe('toMeasureTrend', () => {
  it('names the organisation, the team, and the unit with which the team is published', () => {
    const trend = trendOf([]);
    expect([trend.organisation, trend.place, trend.unit, trend.closedThrough, trend.measure]).toEqual([
      { code: 'noorderlicht', name: 'Noorderlicht' },
      { kind: 'TEAM', code: 'klein', name: 'Ambulant Klein' },
      { code: 'noord', name: 'Ambulant Noord' },
      '2026-05',
      'PITFALL_ANY',
    ]);
  });

  it('lets no key of a database row out', () => {
    expect(JSON.stringify(trendOf([{ state: 'withheld' }]))).not.toMatch(/71001|71002|Ids?"/);
  });

  it('tells zero, withheld and absent apart, and says as what zero must be read', () => {
    expect(trendOf([shown(0), { state: 'withheld' }, { state: 'absent' }]).periods).toEqual({
      from: ['2026-01', '2026-02', '2026-03'],
      through: ['2026-01', '2026-02', '2026-03'],
      heldFrom: ['2026-01', '2026-02', '2026-03'],
      states: ['SHOWN', 'WITHHELD', 'ABSENT'],
      reflections: [14, null, null],
      numerators: [0, null, null],
      denominators: [12, null, null],
      bands: [{ from: 0, through: 2 }, null, null],
      unitsCovered: [null, null, null],
      unitsInPlace: [null, null, null],
    });
  });

  it('says of none and all only bands, and of what lies between the number', () => {
    expect(trendOf([shown(0), shown(6), shown(12)]).periods.bands).toEqual([{ from: 0, through: 2 }, null, { from: 10, through: 12 }]);
  });

  it('gives of a rare measure of a team the band and no count', () => {
    const { periods, figureUnit, chart } = trendOf([shown(0, 60), shown(3, 60), shown(6, 60), shown(21, 60)], { measure: 'PITFALL_SECRECY', isBand: true, chart: null });
    expect([figureUnit, chart, periods.numerators]).toEqual(['BAND_OF_REFLECTIONS', null, [null, null, null, null]]);
    expect(periods.bands).toEqual([{ from: 0, through: 2 }, { from: 1, through: 5 }, { from: 4, through: null }, { from: 4, through: null }]);
  });

  it('gives hours as they were posted, with what they are per', () => {
    const { figureUnit, periods } = trendOf([shown(45, 60)], { measure: 'EXTRA_HOURS', chart: null });
    expect([figureUnit, periods.numerators, periods.denominators, periods.bands]).toEqual(['HOURS_PER_100_REFLECTIONS', [45], [60], [null]]);
  });

  it('names the parts of a measure that has them, the difference last', () => {
    expect(trendOf([shown(9), { state: 'withheld' }], { measure: 'CHILD_ATTENTION' }).parts).toEqual([
      { name: { nl: 'ten minste één keer nee', en: 'at least one no' }, counts: [3, null], bands: [null, null] },
      { name: { nl: 'niet bekend', en: 'not known' }, counts: [0, null], bands: [{ from: 0, through: 2 }, null] },
    ]);
    expect(trendOf([shown(9)]).parts).toEqual([]);
  });

  it('gives a withheld and an absent period nothing by which to tell how many there were', () => {
    const hidden = (reflections: number) =>
      toMeasureTrend({ place: PLACE, measure: measured('PITFALL_ANY'), period: 'month', isBand: false, periods: [{ ...periodOf({ state: 'withheld' }, 0), reflections }], chart: null, notes: NOTHING_NOTED });
    expect(hidden(3)).toEqual(hidden(9));
  });

  it('names the first and the last month of a merged block', () => {
    const merged = { ...periodOf(shown(3), 0), through: addMonths(start(), 2) };
    const { periods } = toMeasureTrend({ place: PLACE, measure: measured('PITFALL_ANY'), period: 'month', isBand: false, periods: [merged], chart: null, notes: NOTHING_NOTED });
    expect([periods.from, periods.through]).toEqual([['2026-01'], ['2026-03']]);
  });

  it('says of a sum how many units it covers', () => {
    const sum = { ...periodOf(shown(3), 0), coverage: { covered: 7, all: 8 } };
    const { periods } = toMeasureTrend({ place: { ...PLACE, kind: 'region', unit: null }, measure: measured('PITFALL_ANY'), period: 'quarter', isBand: false, periods: [sum], chart: null, notes: NOTHING_NOTED });
    expect([periods.unitsCovered, periods.unitsInPlace]).toEqual([[7], [8]]);
  });

  it.each<[ChartStage, string]>([
    ['dots-only', 'DOTS_ONLY'],
    ['provisional', 'PROVISIONAL'],
    ['full', 'FULL'],
  ])('calls the stage %s %s', (stage, name) => {
    expect(trendOf([], { chart: { stage, centre: null, lower: [], upper: [], marks: [], phases: [] } }).chart?.stage).toBe(name);
  });

  it('calls every mark by its own name and keeps the lines as they are', () => {
    const marks: readonly (SignalMark | null)[] = ['above-limit', null, 'below-limit', 'two-in-three-above', 'two-in-three-below', 'shift-above', 'shift-below'];
    const lower = [0, null, 0.1, 0.2, 0.3];
    const upper = [0.5, null, 0.6, 0.7, 1];
    expect(trendOf([], { chart: { stage: 'full', centre: 0.25, lower, upper, marks, phases: [] } }).chart).toEqual({
      stage: 'FULL',
      centre: 0.25,
      lower,
      upper,
      marks: ['ABOVE_LIMIT', null, 'BELOW_LIMIT', 'TWO_IN_THREE_ABOVE', 'TWO_IN_THREE_BELOW', 'SHIFT_ABOVE', 'SHIFT_BELOW'],
      phases: [],
    });
  });

  it('names a phase by the month of its first period, with the decision by which it began', () => {
    const rebase: StoredRebase = { number: 7, decidedAs: 'director', decidedInWeek: WEEK, unitCode: 'noord', measure: 'PITFALL_ANY', fromMonth: addMonths(start(), 1), reason: 'team_changed' };
    const phases = [
      { from: 0, toExclusive: 1, stage: 'dots-only', centre: null, rebase: null },
      { from: 1, toExclusive: 2, stage: 'dots-only', centre: null, rebase },
    ] as const;
    const { chart } = trendOf([shown(3), shown(6)], { chart: { ...chartOf([]), phases } });
    expect(chart?.phases).toEqual([
      { from: '2026-01', stage: 'DOTS_ONLY', centre: null, rebase: null },
      { from: '2026-02', stage: 'DOTS_ONLY', centre: null, rebase },
    ]);
  });

  it('gives every list an entry for every period', () => {
    const cells: readonly PublishedCell[] = Array.from({ length: 20 }, (_, index) => (index % 5 === 0 ? { state: 'withheld' } : shown(3)));
    const { periods, chart } = trendOf(cells);
    const { from, through, heldFrom, states, reflections, numerators, denominators, bands, unitsCovered, unitsInPlace } = periods;
    const ofPeriods: readonly (readonly unknown[])[] = [from, through, heldFrom, states, reflections, numerators, denominators, bands, unitsCovered, unitsInPlace];
    expect(ofPeriods).toHaveLength(Object.keys(periods).length);
    const lists: readonly (readonly unknown[])[] = [...ofPeriods, chart?.lower ?? [], chart?.upper ?? [], chart?.marks ?? []];
    expect(lists.map((list) => list.length)).toEqual(lists.map(() => 20));
  });
});
