import type { Count, RecordedReflection, ReflectionHours } from '../measure/measure.js';
import { hoursAreSafe, nestedHoursAreSafe, roundedHours, type GrantedHours } from './hours-safety.js';
import type { LedgerBlock, SnapshotReflection } from './close-ledgers.js';

/** A sum of granted hours posted over a window of whole blocks, first and last included. */
export interface HoursPosting {
  /** Catalogue code of the measure. */
  readonly measure: string;
  readonly firstBlock: number;
  readonly lastBlock: number;
  /** A multiple of 5. */
  readonly hours: number;
}

/**
 * Closes the ledgers of hours of one place, at the end of their period.
 *
 * A sum is posted over all blocks since its last posting when it is safe by itself, and when what lies between it and each sum that
 * it is nested in is safe as well; otherwise its blocks wait and merge with those of the next period. A nested sum is posted over
 * exactly the blocks of one or more postings of the sum around it, so that no other difference can be formed.
 *
 * @param measures the measures of hours that close now, outermost first.
 * @param blocks every block that some ledger of hours still needs, in order.
 * @param posted the postings so far.
 * Source: the publication scheme, point 6 (docs/disclosure-policy.md).
 */
export function closeHours(measures: readonly ReflectionHours[], blocks: readonly LedgerBlock[], posted: readonly HoursPosting[]): readonly HoursPosting[] {
  const made: HoursPosting[] = [];
  for (const measure of measures) {
    const around = measures.find(({ hoursOf }) => hoursOf.key === measure.nestedIn?.key) ?? null;
    const own = openBlocks(measure, blocks, posted);
    const open = around === null ? own : withinPostingsOf(around, own, [...posted, ...made]);
    const [first, last] = [open[0], open.at(-1)];
    if (first === undefined || last === undefined || !isSafe(measure, around, open)) continue;
    made.push({ measure: measure.code, firstBlock: first.number, lastBlock: last.number, hours: roundedHours(grantedIn(open, measure.hoursOf.counts)) });
  }
  return made;
}

/**
 * Closes the ledger of hours that a wider place posts inside a sum of which its units post their own.
 *
 * @param measure the measure of the wider place; nested in `around`.
 * @param blocks the blocks of the place since the last posting, each with those reflections only whose unit posted the sum around
 * over whole windows within these blocks: readers can add up exactly those sums.
 * @returns null when the sum, or what lies between it and the sum around it, is not safe.
 * Source: the publication scheme, points 4 and 6 (docs/disclosure-policy.md).
 */
export function closeHoursWithin(measure: ReflectionHours, around: Count, blocks: readonly LedgerBlock[]): HoursPosting | null {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined || !isNestedSafe(measure, around, blocks)) return null;
  return { measure: measure.code, firstBlock: first.number, lastBlock: last.number, hours: roundedHours(grantedIn(blocks, measure.hoursOf.counts)) };
}

function openBlocks(measure: ReflectionHours, blocks: readonly LedgerBlock[], posted: readonly HoursPosting[]): readonly LedgerBlock[] {
  const through = Math.max(0, ...posted.filter((one) => one.measure === measure.code).map(({ lastBlock }) => lastBlock));
  return blocks.filter(({ number }) => number > through);
}

/** The open blocks of whole postings of the sum around them; later ones wait with it, and a posting that lost a block is left out. */
function withinPostingsOf(around: ReflectionHours, open: readonly LedgerBlock[], posted: readonly HoursPosting[]): readonly LedgerBlock[] {
  const first = open[0]?.number ?? 0;
  const whole = posted.filter((one) => one.measure === around.code && one.firstBlock >= first);
  return open.filter(({ number }) => whole.some(({ firstBlock, lastBlock }) => firstBlock <= number && number <= lastBlock));
}

function isSafe(measure: ReflectionHours, around: ReflectionHours | null, open: readonly LedgerBlock[]): boolean {
  return around === null ? hoursAreSafe(grantedIn(open, measure.hoursOf.counts)) : isNestedSafe(measure, around.hoursOf, open);
}

function isNestedSafe(measure: ReflectionHours, around: Count, open: readonly LedgerBlock[]): boolean {
  const whole = grantedIn(open, around.counts);
  const inside = new Set(open.flatMap((block) => block.reflections).filter(({ reflection }) => measure.hoursOf.counts(reflection)));
  return nestedHoursAreSafe(whole, whole.filter(({ source }) => inside.has(source)));
}

/** Granted hours, with the reflection they come from. */
interface SourcedHours extends GrantedHours {
  readonly source: SnapshotReflection;
}

function grantedIn(blocks: readonly LedgerBlock[], counts: (reflection: RecordedReflection) => boolean): readonly SourcedHours[] {
  return blocks
    .flatMap((block) => block.reflections)
    .filter(({ reflection }) => counts(reflection))
    .map((source) => ({ contributor: source.contributor, careCase: source.careCase, hours: source.reflection.extraHours ?? 0, source }));
}
