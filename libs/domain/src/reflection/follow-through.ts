import { addDays, daysBetween } from '../period/calendar-days.js';
import type { LocalDate } from '../period/local-date.js';
import { assertNever } from '../shared/assert-never.js';
import type { Reflection } from './reflection-fields.js';

/** Whether a reflection was brought to support in time; an empty field is "not known", never "no". */
export type FollowThrough = 'yes' | 'no' | 'not-known';

/** The last day that counts, in calendar days after the day of the reflection. */
export const FOLLOW_THROUGH_DAYS = 28;

/**
 * Whether a reflection was discussed in work guidance, supervision or intervision within 28 calendar days.
 *
 * The day of the reflection is day 0; day 28 counts, day 29 does not. "No" as of this revision: until
 * {@link followThroughRipeFrom} a later revision may still turn it into a "yes".
 *
 * @returns 'not-known' when nothing was filled in, and also for a date that is missing or lies before the reflection:
 * such rows are refused at the door, and a guess would count as an answer.
 */
export function followThrough(reflection: Pick<Reflection, 'discussedIn' | 'discussedOn'>, reflectedOn: LocalDate): FollowThrough {
  switch (reflection.discussedIn) {
    case null:
      return 'not-known';
    case 'none':
      return 'no';
    case 'work_guidance':
    case 'supervision':
    case 'intervision':
      return inTime(reflectedOn, reflection.discussedOn);
    default:
      return assertNever(reflection.discussedIn, 'kind of support');
  }
}

/** The first day on which a discussion in time can no longer take place: 29 days after the reflection. */
export function followThroughRipeFrom(reflectedOn: LocalDate): LocalDate {
  return addDays(reflectedOn, FOLLOW_THROUGH_DAYS + 1);
}

function inTime(reflectedOn: LocalDate, discussedOn: LocalDate | null): FollowThrough {
  if (discussedOn === null || discussedOn < reflectedOn) return 'not-known';
  return daysBetween(reflectedOn, discussedOn) <= FOLLOW_THROUGH_DAYS ? 'yes' : 'no';
}
