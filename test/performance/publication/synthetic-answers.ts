import { UNANSWERED, type LocalDate, type PitfallCode, type RecordedReflection } from '@rolvast/domain';
import type { Chance } from '../detection/chance.js';

/** How often a question goes unanswered, and how the answers are spread over those that are known. */
const PITFALLS_UNKNOWN = 0.025;
const BROUGHT_TO_SUPPORT = 0.6;
const MINORS_UNKNOWN = 0.016;
/** Of the reflections in which attention for the children is not complete: said to be so. In the others it is not known. */
const SAID_NOT_SEEN = 0.6;
const QUESTIONS_UNKNOWN = 0.2;
const QUESTIONS = { brought: 0.68, notReconciled: 0.2208 } as const;
const FELT_UNKNOWN = 0.035;
const FELT = 0.4;
const ACKNOWLEDGED_UNKNOWN = 0.05;
const ACKNOWLEDGED = 0.45;

/** What may change from one month to the next, other than pitfalls. */
export interface Habits {
  /** Share of the reflections with minors in which attention for them is not complete. */
  readonly childAttentionIncomplete: number;
}

export const HABITS_AS_EVER: Habits = { childAttentionIncomplete: 0.08 };
/** Attention for children falls from 92 to 65 of a hundred. */
export const CHILD_ATTENTION_FALLEN: Habits = { childAttentionIncomplete: 0.35 };

/** What an answer starts from. */
export interface Occasion {
  readonly on: LocalDate;
  readonly noticed: readonly PitfallCode[];
  readonly hasMinors: boolean;
}

/**
 * The answers of one reflection, as many draws whatever comes out, so that organisations that differ in one habit stay the
 * same in everything else.
 */
export function answersFor(chance: Chance, { on, noticed, hasMinors }: Occasion, habits: Habits): RecordedReflection {
  const [considered, brought, minorsKnown, incomplete, said] = [chance(), chance(), chance(), chance(), chance()];
  const [compared, outcome, felt, acknowledged, acknowledgedKnown] = [chance(), chance(), chance(), chance(), chance()];
  const isBrought = brought < BROUGHT_TO_SUPPORT;
  const minorsInvolved = minorsKnown < MINORS_UNKNOWN ? null : hasMinors;
  const isComplete = incomplete >= habits.childAttentionIncomplete;
  const powerlessnessFelt = felt < FELT_UNKNOWN ? null : felt < FELT_UNKNOWN + (1 - FELT_UNKNOWN) * FELT;
  return {
    ...UNANSWERED,
    reflectedOn: on,
    pitfalls: considered < PITFALLS_UNKNOWN ? null : noticed.map((pitfall) => ({ pitfall, subtype: null })),
    discussedIn: isBrought ? 'supervision' : 'none',
    discussedOn: isBrought ? on : null,
    minorsInvolved,
    childSeen: minorsInvolved !== true ? null : isComplete ? true : said < SAID_NOT_SEEN ? false : null,
    childSpoken: minorsInvolved === true ? 'yes' : null,
    childSafetyDiscussed: minorsInvolved === true ? true : null,
    questionsCompared: compared < QUESTIONS_UNKNOWN ? null : questionsOutcome(outcome),
    powerlessnessFelt,
    powerlessnessAcknowledged: powerlessnessFelt !== true || acknowledgedKnown < ACKNOWLEDGED_UNKNOWN ? null : acknowledged < ACKNOWLEDGED,
  };
}

function questionsOutcome(draw: number): NonNullable<RecordedReflection['questionsCompared']> {
  if (draw < QUESTIONS.brought) return 'same';
  return draw < QUESTIONS.brought + QUESTIONS.notReconciled ? 'not_reconciled' : 'not_compared';
}
