import { failure, success, type Result } from '../../shared/result.js';

/** Both ends of an interval, in the unit of the value it is about. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Why there is no interval: the count is impossible, or it is a share of nothing. */
export interface CountFault {
  readonly code: 'not-a-number' | 'negative' | 'numerator-above-denominator' | 'no-denominator';
}

/** Gives a count of events back when it is a finite number, 0 or more. */
export function checkEvents(events: number): Result<number, CountFault> {
  if (!Number.isFinite(events)) return failure({ code: 'not-a-number' });
  return events < 0 ? failure({ code: 'negative' }) : success(events);
}

/** Gives the share back (0 to 1) when its counts are possible and the denominator is above 0. */
export function checkShare(numerator: number, denominator: number): Result<number, CountFault> {
  if (!Number.isFinite(numerator) || !Number.isFinite(denominator)) return failure({ code: 'not-a-number' });
  if (numerator < 0 || denominator < 0) return failure({ code: 'negative' });
  if (numerator > denominator) return failure({ code: 'numerator-above-denominator' });
  return denominator === 0 ? failure({ code: 'no-denominator' }) : success(numerator / denominator);
}
