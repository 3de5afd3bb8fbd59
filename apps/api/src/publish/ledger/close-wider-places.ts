import { closeBreakdown, closeLedgers, endsWith, isInPeriod, LEAST_UNITS_BEYOND_A_TEAM, addMonths, type LedgerPosting, type PitfallCatalogue, type SnapshotReflection, type UnitContext } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import type { ClosingTerms } from './close-unit-ledgers.js';
import type { PlaceClose, PostedBreakdown } from './place.js';
import { endingHours, hoursMeasures, placePlan, type PlacePlan } from './place-plan.js';
import { readOpenPlaces, type ReadPlace } from './read-open-places.js';
import { closeHoursOfUnits, divideHoursOfUnits, type UnitHours } from './unit-hours.js';
import * as sql from './wider-place.sql.js';
import { cappedUnlessWhole, findPostedByUnits, type PostedByUnits } from './posted-by-units.js';
import { writePlaceCloses } from './write-place-closes.js';

/** How many units a region or the organisation has at a close. */
export interface UnitsInPlace {
  readonly id: number;
  readonly units: number;
}

/** The longest period of a ledger: what closes with a month lies within it. */
const LONGEST_MONTHS = 6;

/**
 * Closes the ledgers of regions, or of the organisation, at the end of a quarter: their blocks are the blocks that the units have
 * posted since, from three units on.
 */
export async function closeWiderPlaces(manager: EntityManager, kind: 'region' | 'organisation', sizes: readonly UnitsInPlace[], terms: ClosingTerms, pitfalls: PitfallCatalogue): Promise<void> {
  const { organisationId, closing, catalogue } = terms;
  if (!endsWith('quarter', closing)) return;
  await manager.query(sql.MAKE_PLACE_BLOCKS, [organisationId, kind, closing, sizes.map(({ id }) => id), sizes.map(({ units }) => units), LEAST_UNITS_BEYOND_A_TEAM]);
  const touched = await manager.query<{ id: number }[]>(sql.FIND_TOUCHED_PLACES, [organisationId, kind, addMonths(closing, 1 - LONGEST_MONTHS)]);
  const ids = touched.map(({ id }) => id);
  const plan = placePlan(catalogue, pitfalls, kind);
  const ofUnits = await findPostedByUnits(manager, organisationId, kind, ids, plan, catalogue);
  const hours = await manager.query<(UnitHours & { readonly placeId: number })[]>(sql.FIND_HOURS_OF_UNITS, [organisationId, ids, kind, hoursMeasures(catalogue).map(({ code }) => code)]);
  const open = await readOpenPlaces(manager, organisationId, kind, ids, plan, closing);
  const closes = open.map((one) => {
    const own = (row: { readonly placeId: number }) => row.placeId === one.place.id;
    return closeWiderPlace(one, plan, ofUnits.filter(own), hours.filter(own), terms);
  });
  await writePlaceCloses(manager, organisationId, closing, closes);
}

/** Works out everything that a region or the organisation posts at a close; nothing is stored. */
export function closeWiderPlace(open: ReadPlace, plan: PlacePlan, ofUnits: readonly PostedByUnits[], hours: readonly UnitHours[], terms: ClosingTerms): PlaceClose {
  const { place, blocks, state } = open;
  const { closing, catalogue, floor, secret } = terms;
  const sizes = ofUnits.filter(({ isWhole }) => isWhole);
  const isSizeKnown = (key: string) => plan.ledgers.counts.some((own) => own.key === key) || blocks.every(({ number }) => sizes.some((posting) => posting.key === key && posting.lastBlock === number));
  const ledgers = closeLedgers({
    plan: { ...plan.ledgers, parts: plan.ledgers.parts.filter(({ size }) => isSizeKnown(size.key)) },
    closing,
    blocks,
    state: { ...state, postings: [...state.postings, ...sizes] },
    firstCarry: (key) => secret.firstCarry(place, key),
    floor,
  });
  return {
    place,
    ledgers,
    hours: closeHoursOfUnits(endingHours(plan, closing), catalogue, open, hours),
    breakdowns: [...closeCountBreakdowns(open, plan, [...ofUnits.map(cappedUnlessWhole), ...state.postings, ...ledgers.postings], terms), ...divideHoursOfUnits(plan.breakdowns, catalogue, open, hours, closing)],
  };
}

function closeCountBreakdowns({ place, blocks }: ReadPlace, plan: PlacePlan, postings: readonly LedgerPosting[], { closing, catalogue, floor, secret }: ClosingTerms): PostedBreakdown[] {
  const quarter = blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, closing));
  if (quarter.length === 0) return [];
  const numbers = quarter.map(({ number }) => number);
  const within = postings.filter(({ firstBlock, lastBlock }) => numbers.includes(firstBlock) && numbers.includes(lastBlock));
  const careForms = new Map<SnapshotReflection, UnitContext>(quarter.flatMap(({ reflections }) => reflections.map((one) => [one, { careForm: one.careForm }] as const)));
  return plan.breakdowns.filter(({ appliesTo }) => appliesTo !== 'hours').flatMap((breakdown) => {
    const orderOf = (key: string, parts: number) => secret.order(place, `${breakdown.code}|${key}|${closing}`, parts);
    const closed = closeBreakdown({ breakdown, catalogue, blocks: quarter, unit: (one) => careForms.get(one) ?? { careForm: null }, postings: within, orderOf, floor });
    return closed === null ? [] : [{ code: breakdown.code, closed, hours: null }];
  });
}
