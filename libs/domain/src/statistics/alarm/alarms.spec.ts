import { describe, expect, it } from '@jest/globals';
import { findAlarms, USUAL_ALARM_SETTINGS, watchRunLengthFor, type AlarmPeriod, type AlarmSeries } from './alarms.js';

const monthOf = (month: number): string => `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
const USUAL_FIGURES = [3, 3, 6, 3, 0, 3, 6, 3];

function periodsOf(months: number, figureOf: (month: number) => number = (month) => USUAL_FIGURES[month % USUAL_FIGURES.length] ?? 3): AlarmPeriod[] {
  return Array.from({ length: months }, (_, month) => ({ month: monthOf(month), block: { numerator: figureOf(month), denominator: 30, months: 1 } }));
}

const series = (periods: readonly AlarmPeriod[], sides: AlarmSeries['sides'] = ['up', 'down']): AlarmSeries => ({ measure: 'COALITION', sides, periods });
const quiet = series(periodsOf(36));
const risen = series(periodsOf(36, (month) => (month >= 30 ? 12 : (USUAL_FIGURES[month % USUAL_FIGURES.length] ?? 3))));

describe('the alarms of an organisation', () => {
  it('find a risen pattern, on its own side, and leave quiet ones quiet', () => {
    const [one, other] = findAlarms([quiet, risen], USUAL_ALARM_SETTINGS);
    expect(one?.ok && one.value.sides.some((side) => side.watch.includes(true) || side.confirmed.includes(true))).toBe(false);
    const [up, down] = other?.ok ? other.value.sides : [];
    expect(up?.watch.indexOf(true)).toBeGreaterThanOrEqual(6);
    expect(up?.confirmed.indexOf(true)).toBeGreaterThanOrEqual(6);
    expect(down?.watch).not.toContain(true);
  });

  it('watch only the sides that the direction of the measure asks for', () => {
    const [one] = findAlarms([{ ...risen, sides: ['down'] }], USUAL_ALARM_SETTINGS);
    expect(one?.ok && one.value.sides.map(({ side }) => side)).toEqual(['down']);
  });

  it('are the same for the same input, and in whatever order the series come', () => {
    const forward = findAlarms([quiet, risen, quiet], USUAL_ALARM_SETTINGS);
    expect(findAlarms([quiet, risen, quiet], USUAL_ALARM_SETTINGS)).toEqual(forward);
    expect(findAlarms([risen, quiet, { ...quiet }], USUAL_ALARM_SETTINGS)[0]).toEqual(forward[1]);
  });

  it.each([
    ['nothing was ever noticed', () => 0],
    ['as much as can be posted always was', () => 27],
  ])('have an answer when %s', (_, figureOf) => {
    const [one] = findAlarms([series(periodsOf(40, figureOf)), quiet], USUAL_ALARM_SETTINGS);
    expect(one?.ok && one.value.sides.every((side) => !side.watch.includes(true) && side.level.every((level) => level === null || Number.isFinite(level)))).toBe(true);
  });

  it('find what was never noticed before as soon as it is often', () => {
    const [one] = findAlarms([series(periodsOf(40, (month) => (month >= 30 ? 9 : 0)))], USUAL_ALARM_SETTINGS);
    expect(one?.ok && one.value.sides[0]?.watch.includes(true)).toBe(true);
  });

  it.each<[string, number, Partial<AlarmPeriod>]>([
    ['no-month', 3, { month: '2024-13' }],
    ['no-length', 4, { block: { numerator: 3, denominator: 30, months: Number.NaN } }],
    ['not-whole', 5, { block: { numerator: 1.5, denominator: 30, months: 1 } }],
    ['too-many-trials', 6, { block: { numerator: 3, denominator: 1e9, months: 1 } }],
    ['numerator-above-denominator', 7, { block: { numerator: 33, denominator: 30, months: 1 } }],
  ])('refuse %s, with its position', (code, position, change) => {
    const periods = periodsOf(36).map((period, index) => (index === position ? { ...period, ...change } : period));
    expect(findAlarms([series(periods)], USUAL_ALARM_SETTINGS)).toEqual([{ ok: false, fault: { code, position } }]);
  });

  it('throw for settings that are none', () => {
    expect(() => findAlarms([quiet], { ...USUAL_ALARM_SETTINGS, falseSignalsAMonth: 0 })).toThrow(RangeError);
    expect(() => findAlarms([quiet], { ...USUAL_ALARM_SETTINGS, baselineMonths: Number.NaN })).toThrow(RangeError);
  });

  it('say that there are too few points, counting what has a figure', () => {
    const gaps = periodsOf(36).map((period, index) => (index % 6 === 0 ? period : { ...period, block: null }));
    expect(findAlarms([series(gaps)], USUAL_ALARM_SETTINGS)).toEqual([{ ok: false, fault: { code: 'too-few-points', found: 4, needed: 6 } }]);
    expect(findAlarms([series([])], USUAL_ALARM_SETTINGS)).toEqual([{ ok: false, fault: { code: 'too-few-points', found: 0, needed: 6 } }]);
    expect(findAlarms([], USUAL_ALARM_SETTINGS)).toEqual([]);
  });

  it('name the first period that can not be, and go on with the other series', () => {
    const above = periodsOf(36, (month) => (month === 5 ? 31 : 3));
    const repeated = periodsOf(36).map((period, index) => (index === 7 ? { ...period, month: monthOf(6) } : period));
    const results = findAlarms([series(above), series(repeated), risen], USUAL_ALARM_SETTINGS);
    expect(results.slice(0, 2)).toEqual([
      { ok: false, fault: { code: 'numerator-above-denominator', position: 5 } },
      { ok: false, fault: { code: 'repeated-period', position: 7 } },
    ]);
    expect(results[2]?.ok).toBe(true);
  });

  it('give a gap no level, and a signal to nothing that has no figure', () => {
    const gap = risen.periods.map((period, index) => (index === 32 ? { ...period, block: null } : period));
    const [one] = findAlarms([series(gap, ['up'])], USUAL_ALARM_SETTINGS);
    const side = one?.ok ? one.value.sides[0] : undefined;
    expect(side?.level[8]).toBeNull();
    expect([side?.watch[8], side?.confirmed[8]]).toEqual([false, false]);
    expect(side?.level.filter((level) => level === null)).toHaveLength(1);
  });

  it('never hold NaN, also when nothing was ever noticed', () => {
    const [one] = findAlarms([series(periodsOf(36, () => 0))], USUAL_ALARM_SETTINGS);
    expect(one?.ok && one.value.sides.every((side) => side.level.every((level) => level !== null && Number.isFinite(level)))).toBe(true);
  });

  it('are set so that all watches together keep below the false signals allowed, by the tenth that a run length may be off', () => {
    expect(watchRunLengthFor(10, 2)).toBe(400);
    for (const watches of [900, 4000]) expect(watches / watchRunLengthFor(watches, 2)).toBeLessThanOrEqual(1.81);
  });
});
