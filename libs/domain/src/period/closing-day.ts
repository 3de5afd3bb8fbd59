import { dateInAmsterdam } from './local-date.js';
import { addMonths, monthInAmsterdam, type Month } from './month.js';

/** Day of the month on which the month before is closed by default: late recording gets ten days. */
const CLOSING_DAY = 10;

/** The last month whose closing day has come: from the 10th on the month before, until then the one before that. */
export function lastDueMonth(now: Date): Month {
  const day = Number(dateInAmsterdam(now).slice(8, 10));
  return addMonths(monthInAmsterdam(now), day >= CLOSING_DAY ? -1 : -2);
}
