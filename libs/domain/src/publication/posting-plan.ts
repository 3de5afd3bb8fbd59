import type { Catalogue } from '../measure/catalogue.js';
import { RARE_RULE } from '../measure/grain.js';
import type { Count, FieldShare, Grain, Measure, RecordedReflection, ReflectionHours, ReflectionShare } from '../measure/measure.js';

/** The places that have ledgers of their own, from the finest. */
export type LedgerPlace = Grain['place'];

/** The periods at whose end a ledger closes. A month's close also closes the quarter and the half-year that end with it. */
export type LedgerPeriod = Grain['period'];

/** How often something holds for a reflection; for most counts once or not at all. */
export type Tally = (reflection: RecordedReflection) => number;

/** Whether something holds for a reflection. */
export type Holds = (reflection: RecordedReflection) => boolean;

/** A count with a ledger of its own, posted at every close of its period over all blocks of that period. */
export interface PlannedCount {
  readonly key: string;
  readonly period: LedgerPeriod;
  readonly counts: Tally;
  /** Over what the count runs; the cap is taken of it. Never less than `counts`. */
  readonly over: Tally;
  /** The key of the earlier count that holds wherever this one does; null when there is none. */
  readonly inside: string | null;
}

/** One outcome of a part. */
export interface PlannedOutcome {
  readonly key: string;
  readonly counts: Holds;
  /** The earlier outcome of the same part inside which this one lies; null when it lies inside the part itself. */
  readonly inside: string | null;
  /** Earlier outcomes that hold for none of the same reflections: together they stay below the whole. */
  readonly beside: readonly string[];
}

/** What says how large a part is: a posted count, or the number of reflections without what was posted as missing. */
export interface PostedSize {
  readonly key: string;
  readonly as: 'count' | 'missing';
}

/** Reflections with a ledger of their own (minors, flagged, scored, ...): posted when the posted size has grown enough. */
export interface PlannedPart {
  readonly key: string;
  readonly period: LedgerPeriod;
  readonly includes: Holds;
  readonly size: PostedSize;
  /** How many closes after a block its outcome is known; 0 when at once. */
  readonly closesLater: number;
  /** In the order of posting; an outcome follows the one inside which it lies. */
  readonly outcomes: readonly PlannedOutcome[];
}

/** Everything that the ledgers of one place post. */
export interface PostingPlan {
  /** In the order of posting; a count follows the one inside which it lies. */
  readonly counts: readonly PlannedCount[];
  readonly parts: readonly PlannedPart[];
}

const PLACES: readonly LedgerPlace[] = ['team', 'region', 'organisation'];
/** Every such period, from the finest. */
export const LEDGER_PERIODS: readonly LedgerPeriod[] = ['month', 'quarter', 'half-year'];

/**
 * What the ledgers of a place post, from the catalogue alone: a new measure needs nothing here.
 *
 * Every denominator is a posted count of its own, under one key, at the finest grain at which some measure needs it; a coarser
 * place adds up what the finer ones posted. Denominators that are known answers are posted as the number missing.
 */
export function postingPlan(catalogue: Catalogue, place: LedgerPlace): PostingPlan {
  const shares = sharesAt(catalogue, place);
  const overBlocks = shares.filter(({ measure }) => measure.over === 'block').map(({ measure, period }): PlannedCount => ({ key: measure.posted.key, period, counts: once(measure.posted.counts), over: once(measure.denominator.counts), inside: measure.posted.inside?.key ?? null }));
  const numerators = new Set(blockNumerators(catalogue));
  const denominators = finestDenominators(catalogue)
    .filter(({ count, grain }) => grain.place === place && !numerators.has(count.key))
    .map(({ count, grain }) => plannedDenominator(count, grain.period));
  const fields = catalogue.filter((measure): measure is FieldShare => measure.kind === 'field-share' && measure.grain.place === place).flatMap(plannedFields);
  return { counts: [...denominators, ...wholesFirst(overBlocks), ...fields], parts: plannedParts(shares) };
}

/** Counts that lie inside none, then the others. */
function wholesFirst(counts: readonly PlannedCount[]): readonly PlannedCount[] {
  return [...counts.filter(({ inside }) => inside === null), ...counts.filter(({ inside }) => inside !== null)];
}

/** The key under which a denominator is posted. */
export function postedSizeOf(denominator: Count): PostedSize {
  const base = baseOf(denominator);
  return base.posting.as === 'missing' ? { key: `missing:${base.key}`, as: 'missing' } : { key: base.key, as: 'count' };
}

/** The key of the ledger of a part for a period; its postings' windows carry it. */
export function partKeyOf(denominator: Count, period: LedgerPeriod): string {
  return `part:${baseOf(denominator).key}@${period}`;
}

/** The keys under which a share of fields is posted. */
export function fieldKeysOf(measure: FieldShare): { readonly unanswered: string; readonly askable: string } {
  return { unanswered: `unanswered:${measure.code}`, askable: `askable:${measure.code}` };
}

/** The count that a denominator is read from: itself, or the whole of which it is what is left. */
function baseOf(denominator: Count): Count {
  return denominator.posting.as === 'difference' ? baseOf(denominator.posting.whole) : denominator;
}

interface PlacedShare {
  readonly measure: ReflectionShare;
  readonly period: LedgerPeriod;
}

/** The shares that a place has ledgers for, and how often they close there. A rare one has a second ledger of its own. */
function sharesAt(catalogue: Catalogue, place: LedgerPlace): readonly PlacedShare[] {
  return catalogue.filter(isShare).flatMap((measure): PlacedShare[] => {
    if (measure.grain.place === place) return [{ measure, period: measure.grain.period }];
    return measure.isRare && place === RARE_RULE.count.place ? [{ measure, period: RARE_RULE.count.period }] : [];
  });
}

function isShare(measure: Measure): measure is ReflectionShare {
  return measure.kind === 'reflection-share';
}

/** Counts posted as numerators over whole blocks; a part may read its size from them. */
function blockNumerators(catalogue: Catalogue): readonly string[] {
  return catalogue.filter(isShare).filter(({ over }) => over === 'block').map(({ posted }) => posted.key);
}

/** Every denominator once, at the finest place and period at which a measure needs it. */
function finestDenominators(catalogue: Catalogue): readonly { readonly count: Count; readonly grain: Grain }[] {
  const needed = catalogue
    .filter((measure): measure is ReflectionShare | ReflectionHours => measure.kind === 'reflection-share' || measure.kind === 'reflection-hours')
    .map((measure) => ({ count: baseOf(measure.kind === 'reflection-share' ? measure.denominator : measure.per), grain: measure.grain }));
  return [...new Set(needed.map(({ count }) => count.key))].flatMap((key) => {
    const uses = needed.filter(({ count }) => count.key === key);
    const [finest] = uses.sort((one, other) => rankOf(one.grain) - rankOf(other.grain));
    return finest === undefined ? [] : [finest];
  });
}

function rankOf({ place, period }: Grain): number {
  return PLACES.indexOf(place) * LEDGER_PERIODS.length + LEDGER_PERIODS.indexOf(period);
}

function plannedDenominator(denominator: Count, period: LedgerPeriod): PlannedCount {
  const { key, as } = postedSizeOf(denominator);
  return { key, period, counts: once((reflection) => denominator.counts(reflection) === (as === 'count')), over: () => 1, inside: null };
}

/** A share of fields posts what lacks, and what could not be asked of all the fields there are. */
function plannedFields(measure: FieldShare): readonly PlannedCount[] {
  const keys = fieldKeysOf(measure);
  const { period } = measure.grain;
  return [
    { key: keys.askable, period, counts: measure.denominator, over: () => measure.fields, inside: null },
    { key: keys.unanswered, period, counts: (reflection) => measure.denominator(reflection) - measure.numerator(reflection), over: measure.denominator, inside: null },
  ];
}

/** Shares over the same part that close together share a ledger; what each posts follows in the order of the catalogue. */
function plannedParts(shares: readonly PlacedShare[]): readonly PlannedPart[] {
  const overParts = shares.filter(({ measure }) => measure.over === 'part');
  const keys = [...new Set(overParts.map((one) => partKey(one)))];
  return keys.flatMap((key) => {
    const members = overParts.filter((one) => partKey(one) === key);
    const [first] = members;
    if (first === undefined) return [];
    const base = baseOf(first.measure.denominator);
    return [{ key, period: first.period, includes: base.counts, size: postedSizeOf(base), closesLater: first.measure.ripening?.closesLater ?? 0, outcomes: members.flatMap(({ measure }) => outcomesOf(measure)) }];
  });
}

function partKey({ measure, period }: PlacedShare): string {
  return partKeyOf(measure.denominator, period);
}

/** What a share over a part posts, then the parts inside that, except the last, which is what is left. */
function outcomesOf({ posted, partition, denominator }: ReflectionShare): readonly PlannedOutcome[] {
  const beside = denominator.posting.as === 'difference' ? [denominator.posting.less.key] : [];
  const inner = partition?.posted.map(({ count }) => count) ?? [];
  return [
    { key: posted.key, counts: posted.counts, inside: null, beside },
    ...inner.map((count, index): PlannedOutcome => ({ key: count.key, counts: count.counts, inside: posted.key, beside: inner.slice(0, index).map(({ key }) => key) })),
  ];
}

function once(holds: Holds): Tally {
  return (reflection) => Number(holds(reflection));
}
