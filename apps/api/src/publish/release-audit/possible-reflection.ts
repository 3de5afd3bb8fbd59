import { addDays, PITFALL_CODES, subtypesOf, type LocalDate, type PitfallCode, type RecordedReflection, UNANSWERED } from '@rolvast/domain';
import type { Draws } from './draws.js';

/** How often things are answered and how. Chances from 0 to 1. */
export interface AnswerRates {
  /** Pitfalls were considered at all. */
  readonly considered: number;
  /** Times the usual chance of each pitfall. */
  readonly pitfalls: number;
  readonly minors: number;
  /** Of those with minors: attention for the children was not complete. */
  readonly incomplete: number;
  /** Of those incomplete: some answer was a no rather than unknown. */
  readonly refused: number;
  /** A question about context, role, referral or hours was answered. */
  readonly answered: number;
  readonly powerless: number;
  /** Hours were granted. */
  readonly granted: number;
  /** Of those flagged: discussed within four weeks. */
  readonly discussed: number;
  /** Whatever is noticed is noticed as exactly these; null where each pitfall comes and goes by itself. */
  readonly always: readonly PitfallCode[] | null;
}

/** What an ordinary team records. */
export const ORDINARY: AnswerRates = { considered: 0.97, pitfalls: 1, minors: 0.6, incomplete: 0.2, refused: 0.6, answered: 0.92, powerless: 0.35, granted: 0.3, discussed: 0.6, always: null };

/** From the rarest to the most frequent, in the order of the model's codes. */
const USUAL: Readonly<Record<PitfallCode, number>> = {
  COALITION: 0.1,
  TRIANGULATION: 0.12,
  PARTIALITY: 0.15,
  PRESCRIBED: 0.15,
  SECRECY: 0.05,
  CLIENT_UNCLEAR: 0.18,
  POWERLESSNESS: 0.25,
  INVISIBLE_CHILD: 0.08,
  INFLUENCE_GAP: 0.2,
  BOUNDARIES: 0.12,
};

/** What stays the same for all reflections on one case. */
export type CaseContext = Pick<RecordedReflection, 'legalFrame' | 'targetGroup' | 'referrer' | 'minorsInvolved'>;

/** The context of a new case. */
export function caseContext(draws: Draws, rates: AnswerRates): CaseContext {
  return {
    legalFrame: maybe(draws, rates, draws.hits(0.62) ? 'voluntary' : draws.pick(['involuntary', 'mixed'])),
    targetGroup: maybe(draws, rates, draws.pick(['lvb', 'psychiatric', 'lvb_psychiatric', 'other'])),
    referrer: maybe(draws, rates, draws.hits(0.6) ? 'municipality' : draws.pick(['gp', 'youth_doctor', 'specialist', 'certified_institution', 'court', 'probation', 'long_term_care', 'self', 'other'])),
    minorsInvolved: draws.hits(0.02) ? null : draws.hits(rates.minors),
  };
}

/** One reflection on a case. */
export function syntheticReflection(draws: Draws, rates: AnswerRates, context: CaseContext, reflectedOn: LocalDate): RecordedReflection {
  const pitfalls = draws.hits(rates.considered) ? noticedPitfalls(draws, rates).map((pitfall) => ({ pitfall, subtype: null })) : null;
  const score = () => maybe(draws, rates, 1 + draws.below(5));
  return {
    ...UNANSWERED,
    ...context,
    ...childAttention(draws, rates, context.minorsInvolved === true),
    ...pressure(draws, rates),
    ...referral(draws, rates),
    ...(pitfalls !== null && pitfalls.length > 0 && draws.hits(rates.discussed) ? { discussedIn: 'supervision', discussedOn: addDays(reflectedOn, draws.below(40)) } : { discussedIn: 'none' }),
    reflectedOn,
    pitfalls,
    agenciesInvolved: maybe(draws, rates, draws.below(9)),
    roleDefinition: score(),
    roleAwareness: score(),
    roleTaking: score(),
    roleSteadfastness: score(),
    feltResponsibility: score(),
    realInfluence: score(),
  };
}

/** The same with a sub-type for most of the pitfalls that have any. */
export function withSubtypes(draws: Draws, reflection: RecordedReflection): RecordedReflection {
  const pitfalls = reflection.pitfalls?.map(({ pitfall }) => {
    const [first, ...others] = subtypesOf(pitfall);
    return { pitfall, subtype: first === undefined || draws.hits(0.2) ? null : draws.pick([first, ...others]) };
  });
  return { ...reflection, pitfalls: pitfalls ?? null };
}

function noticedPitfalls(draws: Draws, { pitfalls, always }: AnswerRates): readonly PitfallCode[] {
  const drawn = PITFALL_CODES.filter((code) => draws.hits(USUAL[code] * pitfalls));
  return always === null || drawn.length === 0 ? drawn : always;
}

function maybe<Value>(draws: Draws, { answered }: AnswerRates, value: Value): Value | null {
  return draws.hits(answered) ? value : null;
}

function childAttention(draws: Draws, rates: AnswerRates, isAsked: boolean): Partial<RecordedReflection> {
  if (!isAsked) return {};
  const full = { childSeen: true, childSpoken: 'yes', childSafetyDiscussed: true } as const;
  if (!draws.hits(rates.incomplete)) return full;
  const isNo = draws.hits(rates.refused);
  return draws.hits(0.5) ? { ...full, childSeen: isNo ? false : null } : { ...full, childSpoken: isNo ? 'no' : null, childSafetyDiscussed: draws.hits(0.5) ? true : null };
}

function pressure(draws: Draws, rates: AnswerRates): Partial<RecordedReflection> {
  const felt = maybe(draws, rates, draws.hits(rates.powerless));
  const crossed = maybe(draws, rates, draws.hits(0.15));
  return {
    powerlessnessFelt: felt,
    powerlessnessAcknowledged: felt === true ? maybe(draws, rates, draws.hits(0.5)) : null,
    boundaryCrossed: crossed,
    boundaryVoiced: crossed === true ? maybe(draws, rates, draws.hits(0.5)) : null,
  };
}

function referral(draws: Draws, rates: AnswerRates): Partial<RecordedReflection> {
  const disagree = maybe(draws, rates, draws.hits(0.2));
  const granted = draws.hits(rates.granted);
  return {
    questionsCompared: maybe(draws, rates, draws.hits(0.65) ? 'same' : draws.pick(['reconciled', 'not_reconciled', 'not_compared'])),
    onwardReferral: maybe(draws, rates, draws.hits(0.8) ? 'none' : draws.pick(['indicated', 'powerlessness'])),
    agenciesDisagree: disagree,
    roundTable: disagree === true ? maybe(draws, rates, draws.pick(['held', 'planned', 'not_held'])) : null,
    extraHours: granted ? 1 + draws.below(12) : maybe(draws, rates, 0),
    extraHoursBy: granted ? draws.pick(['municipality', 'manager', 'other']) : null,
    extraHoursReason: granted ? draws.pick(['new_question', 'crisis', 'more_people', 'powerlessness']) : null,
    extraHoursEffect: granted ? draws.pick(['more_influence', 'no_change', 'not_yet_known']) : null,
  };
}
