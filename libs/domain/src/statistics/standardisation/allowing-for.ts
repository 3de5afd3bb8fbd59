import { failure, success, type Result } from '../../shared/result.js';
import { checkCounts, type SeriesFault } from '../series.js';
import { observedToExpected, type ObservedToExpected } from './indirect.js';

/**
 * A posted part of a breakdown: the categories that were merged into it, and its count over its size.
 *
 * `categories` are codes of one list (care forms, say), 'not known' included.
 */
export interface PostedPart {
  readonly categories: readonly string[];
  readonly numerator: number;
  readonly denominator: number;
}

/** The unit's parts, or the organisation's rate for one of them, are not published. Why is never told. */
export interface NotAvailable {
  readonly code: 'not-available';
}

/** What is wrong with a part: `unit` and `position` say which, counted from 0. */
export type PartFault = (SeriesFault | RepeatedPart) & { readonly unit: number };

interface RepeatedPart {
  readonly code: 'repeated-part';
  readonly position: number;
}

/** The least number of units behind an organisation rate; below it one unit would mostly be compared with itself. */
const UNITS_BEHIND_A_RATE = 3;

/**
 * What a unit had against what was to be expected from its mix of one factor ("allowing for care form").
 *
 * Assumes that the factor's parts partition the unit's posted blocks. The rate of a part is the sum over all units that
 * posted a part of exactly the same categories; the expected count applies these rates to the unit's own parts. One factor
 * at a time: two are never crossed. Works on posted parts only, so nothing new becomes known.
 *
 * @param units per unit its posted parts, in any order; null for a unit whose breakdown is not published. The same period,
 * a quarter or a year, for all.
 * @returns per unit, in the order given: observed, expected and their ratio, or `not-available` when the unit has no parts,
 * when fewer than 3 units posted one of its merged parts, or when nothing was to be expected. A fault, with the unit's and
 * the part's position, for a count that can't be.
 * Source: indirect standardisation, as `observedToExpected`.
 */
export function allowingFor(units: readonly (readonly PostedPart[] | null)[]): Result<readonly Result<ObservedToExpected, NotAvailable>[], PartFault> {
  for (const [unit, parts] of units.entries()) {
    const checked = checkParts(parts ?? []);
    if (!checked.ok) return failure({ ...checked.fault, unit });
  }
  const rates = organisationRates(units);
  return success(units.map((parts) => (parts === null ? failure({ code: 'not-available' }) : expectedFor(parts, rates))));
}

interface OrganisationRate {
  readonly units: number;
  readonly numerator: number;
  readonly denominator: number;
}

function expectedFor(parts: readonly PostedPart[], rates: ReadonlyMap<string, OrganisationRate>): Result<ObservedToExpected, NotAvailable> {
  const strata = [];
  for (const part of parts) {
    const reference = rates.get(labelOf(part));
    if (reference === undefined || reference.units < UNITS_BEHIND_A_RATE) return failure({ code: 'not-available' });
    strata.push({ unit: part, reference });
  }
  const result = observedToExpected(strata);
  return result.ok ? result : failure({ code: 'not-available' });
}

function organisationRates(units: readonly (readonly PostedPart[] | null)[]): ReadonlyMap<string, OrganisationRate> {
  const rates = new Map<string, OrganisationRate>();
  for (const part of units.flatMap((parts) => parts ?? [])) {
    const sofar = rates.get(labelOf(part)) ?? { units: 0, numerator: 0, denominator: 0 };
    rates.set(labelOf(part), {
      units: sofar.units + 1,
      numerator: sofar.numerator + part.numerator,
      denominator: sofar.denominator + part.denominator,
    });
  }
  return rates;
}

function checkParts(parts: readonly PostedPart[]): Result<readonly PostedPart[], SeriesFault | RepeatedPart> {
  const counts = checkCounts(parts);
  if (!counts.ok) return counts;
  const labels = parts.map(labelOf);
  const position = labels.findIndex((label, index) => labels.indexOf(label) < index);
  return position === -1 ? success(parts) : failure({ code: 'repeated-part', position });
}

/** The same categories give the same label, whatever order they were merged in. */
function labelOf({ categories }: PostedPart): string {
  return JSON.stringify([...categories].sort());
}
