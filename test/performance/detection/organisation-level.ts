import { findAlarms, USUAL_ALARM_SETTINGS, type AlarmSeries, type PostedBlock, type SeriesAlarms } from '@rolvast/domain/statistics';
import { BASELINE_MONTHS, drawBlocks, GOOD_MONTHS, simulateOrganisation, type Circumstances, type Series } from './organisation.js';

const DOUBLED_SERIES = 20;
const CHANGED_MONTHS = 12;
const QUIET_MONTHS = 24;
const FIRST_YEAR = 2024;

/** What an organisation of 400 series is told. */
export interface OrganisationTally {
  readonly quietMonths: number;
  readonly falseWatch: number;
  readonly falseConfirmed: number;
  readonly doubled: number;
  readonly watchIn3: number;
  readonly watchIn12: number;
  readonly confirmedIn3: number;
  readonly confirmedIn12: number;
}

/** One organisation once with nothing changed, and once with 20 of its 400 series doubled after twelve good months. */
export function studyOrganisation(seed: number, circumstances: Circumstances): OrganisationTally {
  const { series, chance } = simulateOrganisation(seed, circumstances);
  const settings = { ...USUAL_ALARM_SETTINGS, base: circumstances.base };
  const quiet = findAlarms(series.map((one) => toAlarmSeries(one, drawBlocks(one, chance, circumstances, QUIET_MONTHS))), settings);
  const doubledOnes = new Set<Series>();
  while (doubledOnes.size < DOUBLED_SERIES) {
    const chosen = series[Math.floor(chance() * series.length)];
    if (chosen !== undefined) doubledOnes.add(chosen);
  }
  const changed = findAlarms(
    series.map((one) => toAlarmSeries(one, drawBlocks(one, chance, circumstances, GOOD_MONTHS + CHANGED_MONTHS, doubledOnes.has(one) ? GOOD_MONTHS : undefined))),
    settings,
  );
  const delays = (kind: 'watch' | 'confirmed'): readonly number[] =>
    series.flatMap((one, index) => (doubledOnes.has(one) ? [delayOf(one, changed[index], kind)] : []));
  const within = (months: number, kind: 'watch' | 'confirmed'): number => delays(kind).filter((delay) => delay <= months).length;
  return {
    quietMonths: QUIET_MONTHS,
    falseWatch: countSignals(quiet, 'watch'),
    falseConfirmed: countSignals(quiet, 'confirmed'),
    doubled: DOUBLED_SERIES,
    watchIn3: within(3, 'watch'),
    watchIn12: within(12, 'watch'),
    confirmedIn3: within(3, 'confirmed'),
    confirmedIn12: within(12, 'confirmed'),
  };
}

/** A simulated series as the product gets it. */
export function toAlarmSeries(series: Series, blocks: readonly PostedBlock[]): AlarmSeries {
  let month = 0;
  const before = series.baseline.map((block) => ({ month: nameOf((month += block.months) - 1), block }));
  const after = blocks.map((block, index) => ({ month: nameOf(BASELINE_MONTHS + (series.sizes[index]?.lastMonth ?? 0)), block }));
  return { measure: String(series.pitfall), sides: ['up'], periods: [...before, ...after] };
}

export function nameOf(month: number): string {
  return `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function countSignals(alarms: readonly SeriesAlarms[], kind: 'watch' | 'confirmed'): number {
  return alarms.reduce((sum, one) => sum + (one.ok ? one.value.sides.reduce((count, side) => count + side[kind].filter(Boolean).length, 0) : 0), 0);
}

/** Months from the change to the first signal at or after it; Infinity without one. */
function delayOf(series: Series, alarms: SeriesAlarms | undefined, kind: 'watch' | 'confirmed'): number {
  if (alarms === undefined || !alarms.ok) return Number.POSITIVE_INFINITY;
  const signals = alarms.value.sides[0]?.[kind] ?? [];
  const first = signals.findIndex((isSignal, index) => isSignal && (series.sizes[index]?.lastMonth ?? 0) >= GOOD_MONTHS);
  return first === -1 ? Number.POSITIVE_INFINITY : (series.sizes[first]?.lastMonth ?? 0) - GOOD_MONTHS + 1;
}
