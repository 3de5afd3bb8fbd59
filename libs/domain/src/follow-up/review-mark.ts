import { addMonths, monthOf, type Month } from '../period/month.js';
import { addDays, localDate } from '../period/calendar-days.js';
import type { LocalDate } from '../period/local-date.js';
import { failure, success, type Result } from '../shared/result.js';

/** What somebody did with a signal: planned a session, explained it, or put it off for a while. */
export const REVIEW_MARKS = ['session-planned', 'explained', 'snoozed'] as const;
export type ReviewMarkKind = (typeof REVIEW_MARKS)[number];

/** Why a signal needs no session now; coded, without text. */
export const EXPLANATIONS = ['recording_changed', 'team_changed', 'target_group_changed', 'known_event', 'discussed_already'] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** A mark stands for everybody to see; quality staff and directors see every mark of their units. */
export type ReviewMark =
  | { readonly kind: 'session-planned' }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | { readonly kind: 'snoozed'; readonly until: LocalDate };

export type ReviewMarkFault = 'CHILD_MEASURE_CANNOT_WAIT' | 'SNOOZED_INTO_THE_PAST' | 'SNOOZED_TOO_LONG';

const LONGEST_SNOOZE_MONTHS = 3;

/** Measures about children: what they say is looked at, and never put off. */
const CHILD_MEASURES: readonly string[] = ['CHILD_ATTENTION', 'INVISIBLE_CHILD_ALERTS', 'PITFALL_INVISIBLE_CHILD'];

/** Whether a measure is about children. */
export function isChildMeasure(measure: string): boolean {
  return CHILD_MEASURES.includes(measure);
}

/**
 * Judges a mark before it is set.
 *
 * @param today the date in the Netherlands. A signal may be put off from tomorrow up to the same day three months later, or the last day of that
 * month when it has no such day.
 */
export function checkReviewMark(mark: ReviewMark, measure: string, today: LocalDate): Result<ReviewMark, ReviewMarkFault> {
  if (mark.kind !== 'snoozed') return success(mark);
  if (isChildMeasure(measure)) return failure('CHILD_MEASURE_CANNOT_WAIT');
  if (mark.until <= today) return failure('SNOOZED_INTO_THE_PAST');
  return mark.until > sameDayLater(today, LONGEST_SNOOZE_MONTHS) ? failure('SNOOZED_TOO_LONG') : success(mark);
}

function sameDayLater(date: LocalDate, months: number): LocalDate {
  const month = addMonths(monthOf(date), months);
  const last = addDays(firstOf(addMonths(month, 1)), -1);
  const day = Math.min(Number(date.slice(8)), Number(last.slice(8)));
  return addDays(firstOf(month), day - 1);
}

function firstOf(month: Month): LocalDate {
  return localDate(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
}
