import { BREAKDOWN_RULES, capOf, LEDGER_RULES, mergeToSafeParts, ROUNDING_BASE, type Breakdown, type BreakdownRules, type LedgerRules, type RecordedReflection } from '@rolvast/domain';
import type { Characteristic } from '@rolvast/api/release-audit/catalogue-family.js';
import { QUESTIONS, UNIT_BREAKDOWNS } from '@rolvast/api/release-audit/unit-attack.js';
import type { PublishingRules } from './organisation-in-memory.js';

/** The rules as they are. */
export const RULES: PublishingRules = { ledger: LEDGER_RULES, breakdown: BREAKDOWN_RULES, breakdowns: UNIT_BREAKDOWNS };

function withLedger(changed: Partial<LedgerRules>): PublishingRules {
  return { ...RULES, ledger: { ...LEDGER_RULES, ...changed } };
}

function withBreakdown(changed: Partial<BreakdownRules>): PublishingRules {
  return { ...RULES, breakdown: { ...BREAKDOWN_RULES, ...changed } };
}

/** Each posting is the true count. */
export const EXACT_NUMERATORS = withLedger({ post: (reflections) => ({ posted: reflections.filter(({ isCounted }) => isCounted).length, carry: 0, isCapped: false, isGuarded: false }) });

/** Every reflection passes for somebody else's, so that nobody ever holds them all. */
export const NO_INSIDER_GUARD = withLedger({ post: (reflections, carry, ceiling, around) => LEDGER_RULES.post(reflections.map((one, index) => ({ ...one, contributor: String(index) })), carry, ceiling, around) });

/** A part goes out as soon as ten belong to it, whatever was posted about its size. */
export const FLOOR_ON_TRUE_SIZE = withLedger({ judgedSize: (_, part) => part.length + 2 });

/** What stands beside or inside something is only kept below the whole. */
export const CAPPED_ONE_BY_ONE = withLedger({ ceiling: (partSize) => capOf(partSize) });

/** A single pitfall is posted whatever was posted of "any". */
export const SINGLES_UNBOUND = withLedger({ around: () => Number.POSITIVE_INFINITY });

/** A single pitfall is divided whatever parts "any" was divided into. */
export const PARTS_UNBOUND = withBreakdown({ divide: (parts, total, order) => BREAKDOWN_RULES.divide(parts, total, order) });

/** Each category by itself, however small. */
export const SMALL_CELLS = withBreakdown({ merge: (items, codes, categoryOf) => codes.map((code) => ({ categories: [code], items: items.filter((item) => categoryOf(item) === code) })) });

/** Only the categories that occur. */
export const ABSENT_LEFT_OUT = withBreakdown({ merge: (items, codes, categoryOf, isSafe) => mergeToSafeParts(items, codes.filter((code) => items.some((item) => categoryOf(item) === code)), categoryOf, isSafe) });

/** Neighbouring multiples that add up, without a look at the size of a part or at who holds what. */
export const PARTS_WITHOUT_CAP = withBreakdown({
  divide: (parts, total, order) => {
    const counts = parts.map((part) => part.filter(({ isCounted }) => isCounted).length);
    const divided = counts.map((count) => ROUNDING_BASE * Math.floor(count / ROUNDING_BASE));
    let lacking = (total - divided.reduce((sum, value) => sum + value, 0)) / ROUNDING_BASE;
    for (const position of order.filter((at) => (counts[at] ?? 0) % ROUNDING_BASE !== 0)) {
      if (lacking <= 0) break;
      divided[position] = (divided[position] ?? 0) + ROUNDING_BASE;
      lacking -= 1;
    }
    return lacking === 0 ? divided : null;
  },
});

/** Two lists crossed, as one more breakdown beside the two. */
export function crossed(one: Breakdown, other: Breakdown): Breakdown {
  const [first, ...more] = one.categories.flatMap((a) => other.categories.map((b) => ({ code: `${a.code}&${b.code}`, name: a.name })));
  if (first === undefined) return one;
  return { ...one, code: `${one.code}&${other.code}`, categories: [first, ...more], categoryOf: (reflection, unit) => `${one.categoryOf(reflection, unit)}&${other.categoryOf(reflection, unit)}` };
}

/** The counts that say to whom a question was put: every denominator. */
export const DENOMINATORS: readonly Characteristic[] = QUESTIONS.filter(({ name, known }) => known.includes(name));

/** A characteristic that only tells some reflections from the others. */
export function marked(name: string, marks: ReadonlyMap<string, (reflection: RecordedReflection) => boolean>): Characteristic {
  const facets = new Map([...marks].map(([key, holds]) => [key, (reflection: RecordedReflection) => Number(holds(reflection))]));
  return { name, facets, known: [], contexts: [...facets.keys()], outcomes: [] };
}
