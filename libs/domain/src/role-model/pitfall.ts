import { PITFALLS_OF_ROLE_AWARENESS } from './pitfalls-of-role-awareness.js';
import { PITFALLS_OF_ROLE_TAKING } from './pitfalls-of-role-taking.js';
import { PITFALLS_OF_STEADFASTNESS_AND_DEFINITION } from './pitfalls-of-steadfastness-and-definition.js';
import type { PitfallEntry } from './pitfall-entry.js';

const { COALITION, TRIANGULATION, PARTIALITY } = PITFALLS_OF_ROLE_TAKING;
const { PRESCRIBED, SECRECY, CLIENT_UNCLEAR, BOUNDARIES } = PITFALLS_OF_ROLE_AWARENESS;
const { POWERLESSNESS, INVISIBLE_CHILD, INFLUENCE_GAP } = PITFALLS_OF_STEADFASTNESS_AND_DEFINITION;

const IN_ORDER = {
  COALITION,
  TRIANGULATION,
  PARTIALITY,
  PRESCRIBED,
  SECRECY,
  CLIENT_UNCLEAR,
  POWERLESSNESS,
  INVISIBLE_CHILD,
  INFLUENCE_GAP,
  BOUNDARIES,
};

export type PitfallCode = keyof typeof IN_ORDER;

/** Everything the product knows of the ten pitfalls; everything that names a pitfall or a sub-type derives from one. Usually {@link PITFALLS}. */
export type PitfallCatalogue = Readonly<Record<PitfallCode, PitfallEntry>>;

/**
 * The ten role-clarity pitfalls in the order of the model.
 *
 * Source: Van Diggelen & Brouwer, "Geen Sjakie willen zijn", LVB Onderzoek & Praktijk 18(2), 2020.
 */
export const PITFALLS: PitfallCatalogue = IN_ORDER;

/** Whether a text is the code of a pitfall, in capitals. */
export function isPitfallCode(text: string): text is PitfallCode {
  return Object.hasOwn(PITFALLS, text);
}

/** The pitfall codes in the order of the model. */
export const PITFALL_CODES: readonly PitfallCode[] = Object.keys(PITFALLS).filter(isPitfallCode);

/** The codes of the sub-types of a pitfall, in order; empty when it has none. */
export function subtypesOf(pitfall: PitfallCode): readonly string[] {
  return Object.keys(PITFALLS[pitfall].subtypes);
}

/** One pitfall noticed in a case, with at most one sub-type. */
export interface NoticedPitfall {
  readonly pitfall: PitfallCode;
  readonly subtype: string | null;
}
