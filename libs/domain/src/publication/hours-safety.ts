import { BLOCK_FLOOR } from './block-floor.js';

/** Hours granted once: for whom and by whom is known here as a mark that means nothing outside. */
export interface GrantedHours {
  readonly contributor: string;
  readonly careCase: string;
  /** Above 0. */
  readonly hours: number;
}

/** The p of the p%-rule: how near, in percent of the largest share, the second largest holder may come to knowing it. */
export const P_PERCENT = 20;

/** Posted sums of hours are multiples of this. */
export const HOURS_STEP = 5;

/**
 * Whether a sum of hours may be posted.
 *
 * At least five professionals have granted hours, and by the p%-rule what is left without the two largest holders is at least
 * 20 % of the largest: X - x1 - x2 >= 0.2 x1, for professionals as well as for cases. So the second largest, knowing its own
 * hours, can't tell the largest to within 20 %.
 *
 * @returns false for an empty sum: that nothing was granted must not be told either.
 */
export function hoursAreSafe(granted: readonly GrantedHours[]): boolean {
  const byProfessional = sumsBy(granted, ({ contributor }) => contributor);
  return byProfessional.length >= BLOCK_FLOOR.professionals && meetsPPercent(byProfessional) && meetsPPercent(sumsBy(granted, ({ careCase }) => careCase));
}

/**
 * Whether two nested sums of hours may both be posted: the whole, what is inside it, and what lies between them.
 *
 * A difference of zero counts as unsafe: it would tell that everything in the whole is inside.
 */
export function nestedHoursAreSafe(whole: readonly GrantedHours[], inside: readonly GrantedHours[]): boolean {
  const isInside = new Set(inside);
  const between = whole.filter((one) => !isInside.has(one));
  return hoursAreSafe(whole) && hoursAreSafe(inside) && between.length > 0 && differenceMeetsPPercent(between);
}

/** A sum of hours to the nearest five. */
export function roundedHours(granted: readonly GrantedHours[]): number {
  return HOURS_STEP * Math.round(granted.reduce((sum, { hours }) => sum + hours, 0) / HOURS_STEP);
}

function differenceMeetsPPercent(granted: readonly GrantedHours[]): boolean {
  return meetsPPercent(sumsBy(granted, ({ contributor }) => contributor)) && meetsPPercent(sumsBy(granted, ({ careCase }) => careCase));
}

function meetsPPercent(sums: readonly number[]): boolean {
  const [largest = 0, ...others] = [...sums].sort((one, other) => other - one);
  const rest = others.slice(1).reduce((sum, value) => sum + value, 0);
  return rest * 100 >= largest * P_PERCENT && largest > 0;
}

function sumsBy(granted: readonly GrantedHours[], holderOf: (one: GrantedHours) => string): number[] {
  const sums = new Map<string, number>();
  for (const one of granted) sums.set(holderOf(one), (sums.get(holderOf(one)) ?? 0) + one.hours);
  return [...sums.values()];
}
