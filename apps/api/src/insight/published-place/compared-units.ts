import { parseUnitCode, placePeriods, type FigureGrain, type FigurePeriod, type LedgerMeasure, type PublishedSource, type Scope } from '@rolvast/domain';
import type { FoundPlace, NamedUnit } from './place.js';
import type { PublishedRows } from './published-rows.js';
import type { ClosedQuarter } from './quarter-question.js';
import { unitSource } from './to-figures.js';

/** A unit beside others in one quarter. */
export interface ComparedUnit {
  readonly unit: NamedUnit;
  readonly source: PublishedSource;
  /** Its figure of the quarter; a window that closed in it may hold months from before. */
  readonly figure: FigurePeriod;
  /** Whether the viewer is shown it: it lies in the place of the question, and its figures are hers. */
  readonly isInView: boolean;
}

/**
 * The units that had a month to close in a quarter, each with its figure of a measure, in the order of their names.
 *
 * @param place the organisation, or a region: of this only the units that were in it at the end of the quarter are in view. The scope hides the
 * others; they still count in what all have in common.
 */
export function comparedUnits(measure: LedgerMeasure, grain: FigureGrain, place: FoundPlace, scope: Scope, quarter: ClosedQuarter, names: readonly NamedUnit[], rows: PublishedRows): readonly ComparedUnit[] {
  const published = new Map(rows.units.map((unit) => [unit.unitId, unit]));
  const found = names.flatMap((unit): ComparedUnit[] => {
    const own = published.get(unit.unitId);
    if (own === undefined) return [];
    const source = unitSource(measure, grain, own);
    const figure = placePeriods([source], 'quarter', null).find(({ from }) => from === quarter.from);
    if (figure === undefined || figure.coverage?.all === 0) return [];
    const isInPlace = place.regionId === null || source.regionAt?.(quarter.through) === place.regionId;
    return [{ unit, source, figure, isInView: isInPlace && isHers(scope, unit) }];
  });
  return inOrderOfName(found, ({ unit }) => unit);
}

/** Whether the figures of a unit of the scope's organisation are those of the viewer. */
export function isHers({ units }: Scope, { code }: NamedUnit): boolean {
  const own = parseUnitCode(code);
  return own !== null && units.includes(own);
}

const BY_NAME = new Intl.Collator('nl');

/** In the order in which names are written in Dutch; two of one name in the order of their codes. */
export function inOrderOfName<Item>(items: readonly Item[], unitOf: (item: Item) => NamedUnit): readonly Item[] {
  return items.toSorted((one, other) => BY_NAME.compare(unitOf(one).name, unitOf(other).name) || BY_NAME.compare(unitOf(one).code, unitOf(other).code));
}
