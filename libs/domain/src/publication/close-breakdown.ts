import { breakableCounts, type BreakableCount } from '../breakdown/breakdown-list.js';
import type { Breakdown, UnitContext } from '../breakdown/breakdown.js';
import type { Catalogue } from '../measure/catalogue.js';
import { ALL_REFLECTIONS } from '../measure/count.js';
import { RARE_RULE } from '../measure/grain.js';
import type { Count } from '../measure/measure.js';
import { reachesFloor, sizeOf, type BlockFloor } from './block-floor.js';
import { divideOverParts, mergeToSafeParts } from './breakdown-parts.js';
import type { LedgerBlock, LedgerPosting, SnapshotReflection } from './close-ledgers.js';
import type { CountedReflection } from './rounded-count.js';

/** Categories published together in one quarter. */
export interface PublishedPart {
  /** In the order of the breakdown's list. */
  readonly categories: readonly string[];
  /**
   * The exact number of reflections; null for a breakdown of what was noticed, whose parts would add up to the exact number
   * of which only a rounded one is posted.
   */
  readonly reflections: number | null;
}

/** A count divided over the parts of a breakdown; in the order of the parts, adding up to what was posted for the quarter. */
export interface DividedCount {
  readonly key: string;
  readonly posted: readonly number[];
}

/** What one breakdown publishes about one unit and quarter. A count that is missing has no breakdown in this quarter. */
export interface BreakdownClose {
  readonly parts: readonly PublishedPart[];
  readonly counts: readonly DividedCount[];
}

/** What the close of a breakdown starts from. */
export interface BreakdownInput {
  readonly breakdown: Breakdown;
  readonly catalogue: Catalogue;
  /** The blocks of the unit that closed in the quarter. */
  readonly blocks: readonly LedgerBlock[];
  /** What comes with the unit; of several units, what comes with the one that a reflection was posted in. */
  readonly unit: UnitContext | ((one: SnapshotReflection) => UnitContext);
  /** What was posted over these blocks under every key, by the place itself or by the units whose blocks they are. */
  readonly postings: readonly LedgerPosting[];
  /** A secret order of so many parts; it depends on unit, breakdown, key and quarter. */
  readonly orderOf: (key: string, parts: number) => readonly number[];
  readonly floor: BlockFloor;
}

/** The rules that a breakdown applies; the attack tests weaken them to see that the attacker notices. */
export interface BreakdownRules {
  readonly merge: typeof mergeToSafeParts;
  readonly divide: typeof divideOverParts;
}

/** The publication scheme as published. */
export const BREAKDOWN_RULES: BreakdownRules = { merge: mergeToSafeParts, divide: divideOverParts };

/**
 * Divides the blocks of a quarter by one breakdown.
 *
 * A count is divided only when none of its postings was cut by the cap, because then its total does not bound the truth.
 *
 * @returns null when there are not two safe parts.
 * Source: the publication scheme, point 5 (docs/disclosure-policy.md).
 */
export function closeBreakdown(input: BreakdownInput, rules: BreakdownRules = BREAKDOWN_RULES): BreakdownClose | null {
  const { breakdown, blocks, unit, floor } = input;
  const codes = breakdown.categories.map(({ code }) => code);
  const all = blocks.flatMap((block) => block.reflections);
  const members = all.filter(({ reflection }) => breakdown.of.counts(reflection));
  const contextOf = typeof unit === 'function' ? unit : () => unit;
  const merged = rules.merge(members, codes, (one) => breakdown.categoryOf(one.reflection, contextOf(one)), (items) => reachesFloor(sizeOf(items), floor));
  if (merged === null) return null;
  const parts = inListOrder(merged, codes);
  const isOfAll = breakdown.of.key === ALL_REFLECTIONS.key;
  const breakable = breakableCounts(breakdown, input.catalogue).filter(({ isRare }) => !isRare || breakdown.grain.place === RARE_RULE.count.place);
  const counts: DividedCount[] = [];
  for (const { count, over } of wholesFirst(breakable)) {
    const around = counts.find(({ key }) => key === count.inside?.key)?.posted;
    counts.push(...divided(count, parts.map(({ items }) => countedOver(isOfAll ? items : all, over, count, new Set(items))), around, input, rules));
  }
  return { parts: parts.map(({ categories, items }) => ({ categories, reflections: isOfAll ? items.length : null })), counts };
}

/** Counts that lie inside none, then the others, which no part may hold more of. */
function wholesFirst(counts: readonly BreakableCount[]): readonly BreakableCount[] {
  return [...counts.filter(({ count }) => count.inside === null), ...counts.filter(({ count }) => count.inside !== null)];
}

/** Parts by the place of their first category in the list, so that their order says nothing about their size. */
function inListOrder<Item>(parts: readonly { readonly categories: readonly string[]; readonly items: readonly Item[] }[], codes: readonly string[]) {
  return parts
    .map((part) => ({ ...part, categories: codes.filter((code) => part.categories.includes(code)) }))
    .sort((one, other) => codes.indexOf(one.categories[0] ?? '') - codes.indexOf(other.categories[0] ?? ''));
}

/** The reflections over which a count of a part runs, those of the part counted. What was noticed is counted among all that was considered. */
function countedOver(reflections: readonly SnapshotReflection[], over: Count, count: Count, part: ReadonlySet<SnapshotReflection>): readonly CountedReflection[] {
  return reflections
    .filter(({ reflection }) => over.counts(reflection))
    .map((one) => ({ contributor: one.contributor, isCounted: part.has(one) && count.counts(one.reflection) }));
}

function divided(count: Count, parts: readonly (readonly CountedReflection[])[], around: readonly number[] | undefined, { postings, orderOf }: BreakdownInput, rules: BreakdownRules): readonly DividedCount[] {
  const own = postings.filter(({ key }) => key === count.key);
  if (own.length === 0 || own.some(({ isCapped }) => isCapped)) return [];
  const total = own.reduce((sum, { posted }) => sum + posted, 0);
  const posted = rules.divide(parts, total, orderOf(count.key, parts.length), around);
  return posted === null ? [] : [{ key: count.key, posted }];
}
