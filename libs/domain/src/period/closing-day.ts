import { dateInAmsterdam } from './local-date.js';
import { addMonths, monthInAmsterdam, type Month } from './month.js';

/** Day of the month on which the month before is closed by default: late recording gets ten days. */
const CLOSING_DAY = 10;

/**
 * The last month whose closing day has come: from that day on the month before, until then the one before that.
 *
 * @param closingDay day of the month, 1 to 28.
 */
export function lastDueMonth(now: Date, closingDay = CLOSING_DAY): Month {
  const day = Number(dateInAmsterdam(now).slice(8, 10));
  return addMonths(monthInAmsterdam(now), day >= closingDay ? -1 : -2);
}
