import { BREAKDOWN_RULES, BLOCK_FLOOR, CATALOGUE, closeBreakdown, isInPeriod, monthsInRange, addMonths, reachesFloor, sizeOf, type Breakdown, type Month, type RecordedReflection } from '@rolvast/domain';
import { marked } from './weakened.js';
import type { Characteristic } from '@rolvast/api/release-audit/catalogue-family.js';
import { blockName, type HarvestedFigure, REFLECTIONS } from '@rolvast/api/release-audit/harvest.js';
import type { PublishedBlock, PublishedUnit } from './organisation-in-memory.js';

type Extra = Pick<HarvestedFigure, 'key' | 'blocks' | 'value'> & Partial<Pick<HarvestedFigure, 'category'>>;

/** A number that the scheme would never give, exact. */
function exact(figure: Extra): HarvestedFigure {
  return { ledger: `extra/${figure.key}`, kind: 'exact', category: null, mayBeCut: { knowing: false, guessing: false }, isGuarded: false, ...figure };
}

/** The true size of every part that is posted rounded; on request only where the rest is empty or safe. */
export function exactDenominators({ unit, blocks }: PublishedUnit, denominators: readonly Characteristic[], onlyBesideSafe: boolean): readonly HarvestedFigure[] {
  return blocks.flatMap((block) =>
    denominators.flatMap(({ name, facets }) => {
      const isAsked = facets.get(name);
      if (isAsked === undefined) return [];
      const inside = block.reflections.filter(({ reflection }) => isAsked(reflection) > 0);
      const beside = block.reflections.filter(({ reflection }) => isAsked(reflection) === 0);
      if (onlyBesideSafe && ![inside, beside].every((group) => group.length === 0 || reachesFloor(sizeOf(group)))) return [];
      return [exact({ key: name, blocks: [blockName(unit, block.number)], value: inside.length })];
    }),
  );
}

const reflectedIn = (month: Month) => `reflected:${month}`;

/** Which month a reflection is about, as against the block that it was posted in. */
export function monthOfReflection(months: readonly Month[]): Characteristic {
  return marked('month of reflection', new Map(months.map((month) => [reflectedIn(month), ({ reflectedOn }: RecordedReflection) => reflectedOn.startsWith(month)])));
}

/** The number of reflections by the month they are about, as known in the end, or told anew with every block that brings more. */
export function eventMonthTotals({ unit, blocks }: PublishedUnit, months: readonly Month[], isRestated: boolean): readonly HarvestedFigure[] {
  const names = (some: readonly PublishedBlock[]) => some.map(({ number }) => blockName(unit, number));
  const about = (some: readonly PublishedBlock[], month: Month) => some.flatMap(({ reflections }) => reflections).filter(({ reflection }) => reflection.reflectedOn.startsWith(month)).length;
  return months.flatMap((month) => {
    const before = blocks.filter(({ closedIn }) => closedIn < month);
    const since = blocks.filter(({ closedIn }) => closedIn >= month);
    const told = isRestated ? since.map((_, index) => since.slice(0, index + 1)) : [since];
    // Nothing is posted before it happened; everybody knows that.
    return [...before.map((block) => exact({ key: reflectedIn(month), blocks: names([block]), value: 0 })), ...told.map((some) => exact({ key: reflectedIn(month), blocks: names(some), value: about(some, month) }))];
  });
}

/** A breakdown of several units together, divided anew instead of added up. */
export function partitionedAnew(units: readonly PublishedUnit[], breakdown: Breakdown, first: Month): readonly HarvestedFigure[] {
  return monthsInRange(first, addMonths(first, 12)).filter((month) => Number(month.slice(5)) % 3 === 0).flatMap((month) => {
    const own = units.flatMap(({ unit, blocks }) => blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, month)).map((block) => ({ unit, block })));
    const closed = closeBreakdown({ breakdown, catalogue: CATALOGUE, blocks: own.map(({ block }) => block), unit: { careForm: 'support' }, postings: [], orderOf: () => [], floor: BLOCK_FLOOR }, BREAKDOWN_RULES);
    const names = own.map(({ unit, block }) => blockName(unit, block.number));
    return (closed?.parts ?? []).flatMap(({ categories, reflections }) => (reflections === null ? [] : exact({ key: REFLECTIONS, blocks: names, value: reflections, category: { breakdown: breakdown.code, codes: categories } })));
  });
}

/** What tells reflections that were withdrawn since they were posted, for a breakdown that leaves them out. */
export function withdrawnSince({ blocks }: PublishedUnit): Characteristic {
  const gone = new Set(blocks.flatMap((block) => block.reflections.filter((_, at) => block.received[at]?.withdrawnIn != null).map(({ reflection }) => reflection)));
  return marked('withdrawn', new Map([['withdrawn', (reflection: RecordedReflection) => gone.has(reflection)], ['kept', (reflection: RecordedReflection) => !gone.has(reflection)]]));
}

/** The parts of the breakdowns, counted over what is still there. */
export function breakdownsOfWhatIsKept({ unit, blocks, breakdowns }: PublishedUnit): readonly HarvestedFigure[] {
  return breakdowns.flatMap(({ breakdown, blocks: numbers, closed }) =>
    closed.parts.map(({ categories }) => {
      const kept = blocks.filter(({ number }) => numbers.includes(number)).flatMap((block) => block.reflections.filter(({ reflection }, at) => block.received[at]?.withdrawnIn == null && categories.includes(breakdown.categoryOf(reflection, { careForm: 'support' }))));
      return exact({ key: 'kept', blocks: numbers.map((number) => blockName(unit, number)), value: kept.length, category: { breakdown: breakdown.code, codes: categories } });
    }),
  );
}
