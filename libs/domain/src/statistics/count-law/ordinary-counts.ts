import { standardNormalAtMost } from '../distributions/continuous.js';
import type { CountLaw } from '../distributions/law-by-ratios.js';

/** The chance that a normal value lies more than three standard deviations to one side: 0.00135. */
export const LIMIT_TAIL = standardNormalAtMost(-3);

/** The chance that it lies more than two standard deviations to one side: 0.02275. */
export const WARNING_TAIL = standardNormalAtMost(-2);

/** The least and greatest count that are still ordinary. */
export interface OrdinaryCounts {
  readonly least: number;
  readonly greatest: number;
}

/**
 * The counts between the two tails of a law: a count is extraordinary when it, or one further out on its side, has a chance of
 * at most `tail`.
 *
 * Both tails are added up from their own end, so that no digit is lost. A count that can't occur (between two posted ones) is
 * never the least or the greatest, unless rounding keeps a whole law below `tail`.
 */
export function ordinaryCounts(law: CountLaw, tail: number): OrdinaryCounts {
  const last = law.length - 1;
  let least = 0;
  let greatest = last;
  for (let below = law[0] ?? 0; least < last && below <= tail; below += law[least] ?? 0) least += 1;
  for (let above = law[last] ?? 0; greatest > least && above <= tail; above += law[greatest] ?? 0) greatest -= 1;
  return { least, greatest };
}

/** The smallest whole number, 0 or more, for which `holds`; it holds for all larger ones too, and for some number there is. */
export function firstWhere(holds: (count: number) => boolean, start: number): number {
  let high = Math.max(1, Math.ceil(start));
  while (!holds(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
