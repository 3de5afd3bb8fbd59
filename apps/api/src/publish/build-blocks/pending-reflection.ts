import { judgeBlock, type BlockSize, type BlockVerdict, type Count, type RecordedReflection } from '@rolvast/domain';

/** A reflection that waits to be posted. Contributor and case are pseudonyms, for counting only. */
export interface PendingReflection {
  readonly pseudonym: Buffer;
  readonly contributor: string;
  readonly careCase: string;
  readonly reflection: RecordedReflection;
}

/** A block that may be posted: how many reflections, and every count of the catalogue. */
export interface BuiltBlock {
  readonly reflections: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** What becomes of the pending reflections of a unit at a close. */
export type BlockDecision =
  | { readonly verdict: 'nothing-reported' }
  | { readonly verdict: 'safe'; readonly block: BuiltBlock }
  | { readonly verdict: Exclude<BlockVerdict, 'safe'> };

/**
 * Decides about the pending reflections of one publication unit.
 *
 * @param unitProfessionals professionals employed by the unit at the close.
 * @param counts what a block posts; see blockCounts of the catalogue.
 */
export function decideBlock(pending: readonly PendingReflection[], unitProfessionals: number, counts: readonly Count[]): BlockDecision {
  if (pending.length === 0) return { verdict: 'nothing-reported' };
  const verdict = judgeBlock(sizeOf(pending), unitProfessionals);
  return verdict === 'safe' ? { verdict, block: buildBlock(pending, counts) } : { verdict };
}

function sizeOf(pending: readonly PendingReflection[]): BlockSize {
  const byProfessional = tally(pending.map((item) => item.contributor));
  const byCase = tally(pending.map((item) => item.careCase));
  return {
    reflections: pending.length,
    professionals: byProfessional.size,
    cases: byCase.size,
    largestProfessional: Math.max(...byProfessional.values()),
    largestCase: Math.max(...byCase.values()),
  };
}

function buildBlock(pending: readonly PendingReflection[], counts: readonly Count[]): BuiltBlock {
  const posted = counts.map((count): [string, number] => [count.key, pending.filter((item) => count.counts(item.reflection)).length]);
  return { reflections: pending.length, counts: new Map(posted) };
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
