import { capOf, LEDGER_RULES, type CountedReflection, type LedgerBlock, type LedgerPosting, type PlannedOutcome, type PostingPlan, type SnapshotReflection } from '@rolvast/domain';
import type { WatchedPosting } from './published-ledgers.js';

interface Counted {
  readonly reflections: readonly CountedReflection[];
  readonly ceiling: number;
  readonly around: number | null;
}

/**
 * Works out again what the publisher knew of each posting when it was made: over how much it ran, what it could be at most, and
 * whether the insider guard may have moved it. A posting that nothing plans any more is left out.
 */
export function watched(postings: readonly LedgerPosting[], blocks: readonly LedgerBlock[], plan: PostingPlan): readonly WatchedPosting[] {
  return postings.flatMap((posting): readonly WatchedPosting[] => {
    const inside = blocks.filter(({ number }) => number >= posting.firstBlock && number <= posting.lastBlock).flatMap(({ reflections }) => reflections);
    const counted = countedFor(posting, inside, postings, plan);
    if (counted === null) return [];
    const { reflections, ceiling, around } = counted;
    return [{ ...posting, over: reflections.length, ceiling: Math.min(capOf(reflections.length), ceiling), around, isGuarded: mayBeGuarded(posting.posted, reflections) }];
  });
}

function countedFor(posting: LedgerPosting, inside: readonly SnapshotReflection[], postings: readonly LedgerPosting[], plan: PostingPlan): Counted | null {
  const count = plan.counts.find(({ key }) => key === posting.key);
  if (count !== undefined) {
    const reflections = inside.flatMap(({ contributor, reflection }) => Array.from({ length: count.over(reflection) }, (_, index) => ({ contributor, isCounted: index < count.counts(reflection) })));
    return { reflections, ceiling: Number.POSITIVE_INFINITY, around: count.inside === null ? null : postedWithin(count.inside, posting, postings) };
  }
  const part = plan.parts.find(({ outcomes }) => outcomes.some(({ key }) => key === posting.key));
  const outcome = part?.outcomes.find(({ key }) => key === posting.key);
  if (part === undefined || outcome === undefined) return null;
  const members = inside.filter(({ reflection }) => part.includes(reflection));
  return { reflections: members.map(({ contributor, reflection }) => ({ contributor, isCounted: outcome.counts(reflection) })), ceiling: ceilingOf(outcome, posting, members.length, postings), around: null };
}

function ceilingOf({ inside, beside }: PlannedOutcome, { firstBlock, lastBlock }: LedgerPosting, members: number, postings: readonly LedgerPosting[]): number {
  const posted = (key: string) => postings.find((other) => other.key === key && other.firstBlock === firstBlock && other.lastBlock === lastBlock)?.posted ?? 0;
  return LEDGER_RULES.ceiling(members, inside === null ? null : posted(inside), beside.map(posted));
}

/** What was posted of a count over a window, in one posting or several. */
function postedWithin(key: string, { firstBlock, lastBlock }: LedgerPosting, postings: readonly LedgerPosting[]): number {
  return postings.filter((other) => other.key === key && other.firstBlock >= firstBlock && other.lastBlock <= lastBlock).reduce((sum, { posted }) => sum + posted, 0);
}

/** A guarded posting is one above the truth where one person holds all that is counted, or one below where all that is not. */
function mayBeGuarded(posted: number, reflections: readonly CountedReflection[]): boolean {
  const deviation = posted - reflections.filter(({ isCounted }) => isCounted).length;
  if (Math.abs(deviation) !== 1) return false;
  const holders = new Set(reflections.filter(({ isCounted }) => isCounted === (deviation === 1)).map(({ contributor }) => contributor));
  return holders.size === 1;
}
