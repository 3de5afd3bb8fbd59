import { PITFALL_CODES, type PitfallCode } from '../role-model/pitfall.js';
import type { Reflection } from '../reflection/reflection-fields.js';

/** A number of reflections that a block posts, under a key of its own. One true count is posted once. */
export interface Count {
  readonly key: string;
  counts(reflection: Pick<Reflection, 'pitfalls'>): boolean;
}

/** Key of the count of reflections in which a pitfall was noticed. */
export function pitfallCountKey(pitfall: PitfallCode): string {
  return `noticed:${pitfall}`;
}

export const CONSIDERED = 'considered';
export const ANY_PITFALL = 'noticed:any';

/** Every count of reflections that blocks post. */
export const COUNTS: readonly Count[] = [
  { key: CONSIDERED, counts: ({ pitfalls }) => pitfalls !== null },
  { key: ANY_PITFALL, counts: ({ pitfalls }) => pitfalls !== null && pitfalls.length > 0 },
  ...PITFALL_CODES.map((pitfall): Count => ({
    key: pitfallCountKey(pitfall),
    counts: ({ pitfalls }) => pitfalls?.some((noticed) => noticed.pitfall === pitfall) ?? false,
  })),
];
