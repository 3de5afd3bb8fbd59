/**
 * The ten role-clarity pitfalls in the order of the model, each with its sub-types.
 *
 * Source: Van Diggelen & Brouwer, "Geen Sjakie willen zijn", LVB Onderzoek & Praktijk 18(2), 2020.
 */
export const PITFALL_SUBTYPES = {
  COALITION: ['WITH_CLIENT_AGAINST_FAMILY', 'WITH_CLIENT_AGAINST_PROFESSIONAL', 'WITH_PROFESSIONAL'],
  TRIANGULATION: ['SHARED_ANGER', 'SHARED_CONCERN'],
  PARTIALITY: [],
  PRESCRIBED: ['BY_CLIENT', 'BY_FAMILY_MEMBER', 'BY_PROFESSIONAL'],
  SECRECY: [],
  CLIENT_UNCLEAR: [],
  POWERLESSNESS: ['RIGHTING_REFLEX', 'HELP_NO_CHANGE', 'NEEDLESS_HOURS', 'WRONG_REFERRAL', 'AGENCIES_WAITING'],
  INVISIBLE_CHILD: ['AVOIDANCE', 'IDENTIFICATION', 'COMPETING_PROBLEMS', 'ORGANISATION'],
  INFLUENCE_GAP: [],
  BOUNDARIES: [],
} as const satisfies Record<string, readonly string[]>;

export type PitfallCode = keyof typeof PITFALL_SUBTYPES;

/** One pitfall noticed in a case, with at most one sub-type. */
export interface NoticedPitfall {
  readonly pitfall: PitfallCode;
  readonly subtype: string | null;
}

export function isPitfallCode(text: string): text is PitfallCode {
  return Object.hasOwn(PITFALL_SUBTYPES, text);
}

/** The pitfall codes in the order of the model. */
export const PITFALL_CODES: readonly PitfallCode[] = Object.keys(PITFALL_SUBTYPES).filter(isPitfallCode);
