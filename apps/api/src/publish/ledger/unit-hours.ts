import { closeHoursBreakdown, closeHoursWithin, endsWith, isInPeriod, LEAST_UNITS_BEYOND_A_TEAM, type Breakdown, type Catalogue, type HoursPosting, type Month, type ReflectionHours } from '@rolvast/domain';
import type { PostedBreakdown } from './place.js';
import { hoursMeasures } from './place-plan.js';
import type { PlacedBlock, PlacedReflection, ReadPlace } from './read-open-places.js';

/** A sum of hours that a unit of the place posted. */
export interface UnitHours extends HoursPosting {
  readonly unitId: number;
}

/**
 * What a wider place posts inside sums that its units posted: hours under powerlessness that were not acknowledged.
 *
 * It runs over the blocks of the place since its last posting, and in them over those units' blocks only for which the sum around
 * it was posted over whole windows; from three units.
 */
export function closeHoursOfUnits(measures: readonly ReflectionHours[], catalogue: Catalogue, open: ReadPlace, ofUnits: readonly UnitHours[]): readonly HoursPosting[] {
  return measures.flatMap((measure) => {
    const around = hoursMeasures(catalogue).find(({ hoursOf }) => hoursOf.key === measure.nestedIn?.key);
    if (around === undefined) return [];
    const through = Math.max(0, ...open.hours.filter((posting) => posting.measure === measure.code).map(({ lastBlock }) => lastBlock));
    const blocks = withinWindows(open.blocks.filter(({ number }) => number > through), ofUnits.filter((posting) => posting.measure === around.code));
    return (blocks === null ? null : closeHoursWithin(measure, around.hoursOf, blocks)) ?? [];
  });
}

/** Granted hours of the quarter by who granted them, why, or with what effect; over whole windows of what the units posted. */
export function divideHoursOfUnits(breakdowns: readonly Breakdown[], catalogue: Catalogue, open: ReadPlace, ofUnits: readonly UnitHours[], closing: Month): readonly PostedBreakdown[] {
  if (!endsWith('quarter', closing)) return [];
  const quarter = open.blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, closing));
  return breakdowns.flatMap((breakdown) => {
    const measure = hoursMeasures(catalogue).find(({ hoursOf }) => hoursOf.key === breakdown.of.key);
    if (breakdown.appliesTo !== 'hours' || measure === undefined) return [];
    const blocks = withinWindows(quarter, ofUnits.filter((posting) => posting.measure === measure.code));
    const divided = blocks === null ? null : closeHoursBreakdown(breakdown, blocks.flatMap(({ reflections }) => reflections));
    if (divided === null) return [];
    const parts = divided.map(({ categories }) => ({ categories, reflections: null }));
    return [{ code: breakdown.code, closed: { parts, counts: [] }, hours: { measure: measure.code, ofParts: divided.map(({ hours }) => hours) } }];
  });
}

/** Blocks with those reflections only that lie in whole windows of the units; null when these are of fewer than three units. */
function withinWindows(blocks: readonly PlacedBlock[], windows: readonly UnitHours[]): readonly PlacedBlock[] | null {
  const members = new Set(blocks.flatMap(({ reflections }) => reflections.map(nameOf)));
  const whole = windows.map(blocksOf).filter((names) => names.every((name) => members.has(name)));
  const covered = new Set(whole.flat());
  const kept = blocks.map((block) => ({ ...block, reflections: block.reflections.filter((one) => covered.has(nameOf(one))) }));
  const units = new Set(kept.flatMap(({ reflections }) => reflections.map(({ unitId }) => unitId)));
  return units.size < LEAST_UNITS_BEYOND_A_TEAM ? null : kept;
}

function nameOf({ unitId, unitBlock }: Pick<PlacedReflection, 'unitId' | 'unitBlock'>): string {
  return `${unitId}:${unitBlock}`;
}

function blocksOf({ unitId, firstBlock, lastBlock }: UnitHours): string[] {
  return Array.from({ length: lastBlock - firstBlock + 1 }, (_, index) => nameOf({ unitId, unitBlock: firstBlock + index }));
}
