import { RARE_RULE } from '../measure/grain.js';
import type { Measure } from '../measure/measure.js';
import { CALENDAR_PERIODS, type CalendarPeriod } from '../period/calendar-period.js';
import { assertNever } from '../shared/assert-never.js';
import type { LedgerPeriod, LedgerPlace } from './posting-plan.js';

/** Where the figures of a measure come from when a place is asked about it: whose ledgers, closed how often. */
export interface FigureGrain {
  readonly ledgers: LedgerPlace;
  readonly period: LedgerPeriod;
}

const PLACES: readonly LedgerPlace[] = ['team', 'region', 'organisation'];

/**
 * From which ledgers a place gets the figures of a measure, or null when none are published for it.
 *
 * A place adds up finer ledgers and never reads coarser ones. A rare measure is different: a team has the band of its half-year, the
 * organisation a ledger of its own, and a region nothing, because sums of bands would be sums of counts that no team shows.
 */
export function figureGrain(measure: Measure, place: LedgerPlace): FigureGrain | null {
  switch (measure.kind) {
    case 'reflection-share':
    case 'reflection-hours':
    case 'field-share':
      break;
    case 'support-share':
    case 'support-reach':
    case 'derived':
      return null;
    default:
      return assertNever(measure, 'kind of measure');
  }
  if (measure.isRare) {
    const rule = [RARE_RULE.band, RARE_RULE.count].find((grain) => grain.place === place);
    return rule === undefined ? null : { ledgers: rule.place, period: rule.period };
  }
  const { grain } = measure;
  return PLACES.indexOf(grain.place) <= PLACES.indexOf(place) ? { ledgers: grain.place, period: grain.period } : null;
}

/**
 * The lengths of time for which a place has figures of a measure, from the finest; none when it has no figures at all.
 * The band of a rare measure is that of a half-year: added up it would say more than was posted as a band.
 */
export function figurePeriods(measure: Measure, place: LedgerPlace): readonly CalendarPeriod[] {
  const grain = figureGrain(measure, place);
  if (grain === null) return [];
  return isBand(measure, place) ? [grain.period] : CALENDAR_PERIODS.slice(CALENDAR_PERIODS.indexOf(grain.period));
}

/** Whether a place is told only a band of a measure. */
export function isBand(measure: Measure, place: LedgerPlace): boolean {
  return measure.isRare && place === RARE_RULE.band.place;
}
