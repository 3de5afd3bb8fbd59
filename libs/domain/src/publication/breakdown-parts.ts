import { capOf, guardMove, ROUNDING_BASE, type CountedReflection } from './rounded-count.js';

/** Categories of a breakdown that are published together, and the reflections in them. */
export interface BreakdownPart<Item> {
  readonly categories: readonly string[];
  readonly items: readonly Item[];
}

/**
 * Divides the reflections of a period over the categories of a breakdown and merges until every part is safe.
 *
 * The smallest part that is not safe joins the smallest other part, until all are. The whole code list takes part, also what
 * did not occur: leaving absent categories out would tell that they are absent.
 *
 * @param codes every category of the breakdown, "not known" among them.
 * @param categoryOf the category of a reflection; always one of `codes`.
 * @param isSafe the floor of a block, put to a part.
 * @returns at least two parts, or null when only the whole is safe: then there is no breakdown for this period.
 */
export function mergeToSafeParts<Item>(items: readonly Item[], codes: readonly string[], categoryOf: (item: Item) => string, isSafe: (items: readonly Item[]) => boolean): readonly BreakdownPart<Item>[] | null {
  let parts: readonly BreakdownPart<Item>[] = codes.map((code) => ({ categories: [code], items: items.filter((item) => categoryOf(item) === code) }));
  for (;;) {
    const bySize = [...parts].sort((one, other) => one.items.length - other.items.length);
    const unsafe = bySize.find((part) => !isSafe(part.items));
    if (unsafe === undefined) break;
    const smallestOther = bySize.find((part) => part !== unsafe);
    if (smallestOther === undefined) return null;
    const merged = { categories: [...smallestOther.categories, ...unsafe.categories], items: [...smallestOther.items, ...unsafe.items] };
    parts = [...bySize.filter((part) => part !== unsafe && part !== smallestOther), merged];
  }
  return parts.length < 2 ? null : parts;
}

/**
 * Divides a posted total over the parts of a breakdown.
 *
 * Each part gets one of the two multiples of 3 beside its true count, so that together they give exactly the total that was
 * posted before. Which parts are rounded up is decided by a secret order, never by the remainders.
 *
 * @param parts per part the reflections over which the count runs.
 * @param total what was posted for the whole period.
 * @param order a secret permutation of the parts' positions.
 * @param around per part what a wider count got that holds wherever this one does; no part passes it. Left out when there is none.
 * @returns per part a multiple of 3; null when no such division exists, or a part passes its own cap, or one contributor
 * could see from it what the others answered: then the count has no breakdown in this period.
 */
export function divideOverParts(parts: readonly (readonly CountedReflection[])[], total: number, order: readonly number[], around?: readonly number[]): readonly number[] | null {
  const counts = parts.map((part) => part.filter(({ isCounted }) => isCounted).length);
  const divided = counts.map((count) => ROUNDING_BASE * Math.floor(count / ROUNDING_BASE));
  let lacking = total - divided.reduce((sum, value) => sum + value, 0);
  for (const position of order) {
    const count = counts[position];
    if (lacking <= 0 || count === undefined || count % ROUNDING_BASE === 0) continue;
    const raised = (divided[position] ?? 0) + ROUNDING_BASE;
    if (raised > (around?.[position] ?? Number.POSITIVE_INFINITY)) continue;
    divided[position] = raised;
    lacking -= ROUNDING_BASE;
  }
  if (lacking !== 0) return null;
  const isTelling = parts.some((part, position) => {
    const value = divided[position] ?? 0;
    return value > capOf(part.length) || guardMove(part, value - (counts[position] ?? 0), true) !== 0;
  });
  return isTelling ? null : divided;
}
