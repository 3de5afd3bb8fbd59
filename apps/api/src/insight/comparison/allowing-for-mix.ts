import { breakableCounts, findBreakdowns, type AllowingFor, type Breakdown, type Catalogue, type LedgerMeasure, type PitfallCatalogue } from '@rolvast/domain';
import { allowingFor, CONFIDENCE_95, ratioInterval } from '@rolvast/domain/statistics';
import type { PostedPart } from '../breakdown/add-up-parts.js';

/** A figure set against the mix of a unit. */
export type MixOutcome = AllowingFor['outcome'];

/** The breakdowns whose parts teams publish together with a measure: of counts over whole blocks only, and of nothing rare. */
export function breakdownsOf(measure: LedgerMeasure, catalogue: Catalogue, pitfalls: PitfallCatalogue): readonly Breakdown[] {
  const key = countOf(measure);
  if (key === null) return [];
  return findBreakdowns(pitfalls).filter((breakdown) => breakdown.grain.place === 'team' && breakableCounts(breakdown, catalogue).some(({ count, isRare }) => !isRare && count.key === key));
}

/**
 * What each unit had against what its mix makes likely, from posted parts only.
 *
 * The size of a part is its n: how many of it considered the question is not posted by part. A unit of which no parts were posted, or not this count,
 * has no outcome, like one whose parts fewer than three units posted.
 *
 * @returns one outcome a unit, in the order of `unitIds`.
 */
export function outcomesOf(measure: LedgerMeasure, parts: readonly PostedPart[], unitIds: readonly number[]): readonly MixOutcome[] {
  const key = countOf(measure);
  const units = unitIds.map((unitId) => (key === null ? null : partsOf(parts.filter(({ placeId }) => placeId === unitId), key)));
  const compared = allowingFor(units);
  if (!compared.ok) throw new Error(`a posted part of unit ${compared.fault.unit} is ${compared.fault.code}`);
  return compared.value.map((one): MixOutcome => {
    if (!one.ok) return { state: 'not-available' };
    const { lower, upper } = ratioInterval(one.value, CONFIDENCE_95);
    return { state: 'published', ratio: one.value.ratio, lower, upper };
  });
}

type MixPart = { readonly categories: readonly string[]; readonly numerator: number; readonly denominator: number };

function partsOf(parts: readonly PostedPart[], key: string): readonly MixPart[] | null {
  const told = parts.flatMap(({ categories, counts, reflections }): MixPart[] => {
    const numerator = counts[key];
    return numerator === undefined || reflections === null ? [] : [{ categories, numerator, denominator: reflections }];
  });
  return told.length === 0 || told.length < parts.length ? null : told;
}

function countOf(measure: LedgerMeasure): string | null {
  return measure.kind === 'reflection-share' && measure.over === 'block' && measure.posting === 'count' ? measure.numerator.key : null;
}
