import type { CoarseRule } from './alert-rule.js';

/** What a person decided when closing; "withdrawn" is no decision of a person and is not among them. */
export const CLOSING_OUTCOMES = ['child_seen', 'safety_plan', 'meldcode_step', 'not_applicable'] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

/** How an alert ended. */
export type AlertOutcome = ClosingOutcome | 'withdrawn';

/** The role in which somebody takes a step. Which role may take which step is decided elsewhere. */
export const ALERT_ROLES = ['team-manager', 'quality-staff', 'director', 'administrator', 'data-protection-officer'] as const;
export type AlertRole = (typeof ALERT_ROLES)[number];

/**
 * Every step, with the coded reasons it may have. There is no free text.
 *
 * The last three are taken by the source system: a later revision of the reflection meets the rule, no longer meets it,
 * or takes the reflection back.
 */
export const ALERT_REASONS = {
  acknowledge: ['taken_up', 'already_in_view'],
  'ask-work-guidance': ['attention_for_children', 'safety_unclear', 'time_or_support_lacking'],
  close: ['established_by_team', 'established_by_other_agency', 'recording_corrected', 'closing_was_proposed'],
  reopen: ['new_information', 'closed_too_soon', 'question_still_open'],
  'meet-rule': ['revision_meets_rule'],
  'stop-meeting-rule': ['revision_no_longer_meets_rule'],
  withdraw: ['reflection_withdrawn'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type AlertStepName = keyof typeof ALERT_REASONS;

/** The reasons a step may have. */
export type ReasonFor<Name extends AlertStepName> = (typeof ALERT_REASONS)[Name][number];

interface StepOf<Name extends AlertStepName, Role> {
  readonly step: Name;
  readonly role: Role;
  /** When the step was taken. */
  readonly at: Date;
  readonly reason: ReasonFor<Name>;
}

interface RevisionStepOf<Name extends AlertStepName> extends StepOf<Name, 'source'> {
  /** The revision of the reflection that led to the step. */
  readonly revision: number;
}

export type AcknowledgeStep = StepOf<'acknowledge', AlertRole>;
export type AskWorkGuidanceStep = StepOf<'ask-work-guidance', AlertRole>;
export type ReopenStep = StepOf<'reopen', AlertRole>;

export interface CloseStep extends StepOf<'close', AlertRole> {
  readonly outcome: ClosingOutcome;
}

export interface MeetRuleStep extends RevisionStepOf<'meet-rule'> {
  readonly rule: CoarseRule;
}

export type StopMeetingRuleStep = RevisionStepOf<'stop-meeting-rule'>;
export type WithdrawStep = RevisionStepOf<'withdraw'>;

/** What a person does with an alert. */
export type PersonStep = AcknowledgeStep | AskWorkGuidanceStep | CloseStep | ReopenStep;

/** What a later revision of the reflection does with its alert. */
export type RevisionStep = MeetRuleStep | StopMeetingRuleStep | WithdrawStep;

export type AlertStep = PersonStep | RevisionStep;

/** Whether a text from outside is a reason the step may have. */
export function isReasonFor<Name extends AlertStepName>(step: Name, text: string): text is ReasonFor<Name> {
  const reasons: readonly string[] = ALERT_REASONS[step];
  return reasons.includes(text);
}
