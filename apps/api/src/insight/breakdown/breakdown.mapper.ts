import { bandOfPosted, breakableCounts, type Breakdown, type Catalogue, type Wording } from '@rolvast/domain';
import { CellState } from '../measure-trend/measure-trend.object.js';
import { toPlace } from '../measure-trend/measure-trend.mapper.js';
import type { AddedPart } from './add-up-parts.js';
import type { BreakdownOfQuarter, DividedCount, DividedHours } from './breakdown.object.js';
import type { BreakdownAnswer } from './breakdown.service.js';

const STATES: Readonly<Record<BreakdownAnswer['state'], CellState>> = { shown: CellState.SHOWN, withheld: CellState.WITHHELD, absent: CellState.ABSENT };

const WITH_MINORS: Wording = { nl: 'Minderjarigen betrokken', en: 'Minors involved' };

export function toBreakdown({ place, breakdown, months, state, parts, coverage }: BreakdownAnswer, catalogue: Catalogue): BreakdownOfQuarter {
  const { code, name, categories } = breakdown;
  return {
    organisation: place.organisation,
    place: toPlace(place),
    breakdown: { code, name },
    ...months,
    state: STATES[state],
    parts: parts.map((part) => ({ categories: categories.filter((category) => part.categories.includes(category.code)), reflections: part.reflections, places: part.places })),
    counts: toCounts(parts, breakdown, catalogue),
    hours: toHours(parts, catalogue),
    placesCovered: coverage?.covered ?? null,
    placesInPlace: coverage?.all ?? null,
  };
}

/** The counts that were divided over at least one part, in the order of the catalogue. */
function toCounts(parts: readonly AddedPart[], breakdown: Breakdown, catalogue: Catalogue): DividedCount[] {
  return breakableCounts(breakdown, catalogue).flatMap(({ count: { key } }): DividedCount[] => {
    const counts = parts.map((part) => part.counts[key] ?? null);
    if (counts.every((count) => count === null)) return [];
    const measure = catalogue.find((one) => one.kind === 'reflection-share' && one.over === 'block' && one.numerator.key === key) ?? null;
    const name = measure?.name ?? (breakdown.appliesTo === 'of' ? breakdown.name : WITH_MINORS);
    // Against the exact n, all of a part can't be posted; where n is not told, only none is a band.
    const bands = counts.map((count, index) => (count === null ? null : bandOfPosted(count, parts[index]?.reflections ?? Number.MAX_SAFE_INTEGER)));
    return [{ measure: measure?.code ?? null, name, counts, bands }];
  });
}

function toHours(parts: readonly AddedPart[], catalogue: Catalogue): DividedHours[] {
  return catalogue.flatMap((measure): DividedHours[] => {
    const hours = parts.map((part) => part.hours[measure.code] ?? null);
    return hours.every((sum) => sum === null) ? [] : [{ measure: measure.code, name: measure.name, hours }];
  });
}
