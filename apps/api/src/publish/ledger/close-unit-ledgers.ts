import { closeBreakdown, closeHours, closeLedgers, endsWith, isInPeriod, type BlockFloor, type Catalogue, type LedgerPosting, type Month } from '@rolvast/domain';
import type { OpenPlace, PlaceClose, PostedBreakdown } from './place.js';
import { endingHours, type PlacePlan } from './place-plan.js';
import type { RoundingSecret } from './rounding-secret.js';

/** What every close of an organisation goes by. */
export interface ClosingTerms {
  readonly organisationId: number;
  readonly closing: Month;
  readonly catalogue: Catalogue;
  readonly floor: BlockFloor;
  readonly secret: RoundingSecret;
}

/** A unit's blocks come from its own teams: what goes with the form of care is never divided below a region. */
const NO_CONTEXT = { careForm: null };

/** Works out everything that a publication unit posts at a close; nothing is stored. */
export function closeUnitLedgers(open: OpenPlace, plan: PlacePlan, terms: ClosingTerms): PlaceClose {
  const { place, blocks, state, hours } = open;
  const { closing, floor, secret } = terms;
  const ledgers = closeLedgers({ plan: plan.ledgers, closing, blocks, state, firstCarry: (key) => secret.firstCarry(place, key), floor });
  return {
    place,
    ledgers,
    hours: closeHours(endingHours(plan, closing), blocks, hours),
    breakdowns: endsWith('quarter', closing) ? closeUnitBreakdowns(open, [...state.postings, ...ledgers.postings], plan, terms) : [],
  };
}

function closeUnitBreakdowns({ place, blocks }: OpenPlace, postings: readonly LedgerPosting[], plan: PlacePlan, { closing, catalogue, floor, secret }: ClosingTerms): PostedBreakdown[] {
  const own = blocks.filter(({ closedIn }) => isInPeriod('quarter', closedIn, closing));
  const numbers = own.map(({ number }) => number);
  const within = postings.filter(({ firstBlock, lastBlock }) => numbers.includes(firstBlock) && numbers.includes(lastBlock));
  if (own.length === 0) return [];
  return plan.breakdowns.flatMap((breakdown) => {
    const orderOf = (key: string, parts: number) => secret.order(place, `${breakdown.code}|${key}|${closing}`, parts);
    const closed = closeBreakdown({ breakdown, catalogue, blocks: own, unit: NO_CONTEXT, postings: within, orderOf, floor });
    return closed === null ? [] : [{ code: breakdown.code, closed, hours: null }];
  });
}
