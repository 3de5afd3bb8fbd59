import type { Result } from '@rolvast/domain';
import { Refusal, type RefusalCode } from '../../platform/graphql/refusal.js';
import type { StepFault } from '../alerts/alert-step.service.js';
import type { WorklistFault } from '../alerts/alert-worklist.service.js';
import type { FollowUpFault } from '../follow-up/follow-up.service.js';
import type { SessionFault } from '../support-sessions/plan-session.service.js';
import type { SessionListFault } from '../support-sessions/support-sessions.service.js';

/** Every way in which care refuses. */
export type CareFault = StepFault | WorklistFault | FollowUpFault | SessionFault | SessionListFault | 'WORKING_DAYS_OUT_OF_RANGE' | 'UNKNOWN_RULE' | 'NO_SUCH_QUARTER';

/** What is wrong and what to do; "not there" and "not yours" are the same answer. */
const REFUSALS: Readonly<Record<CareFault, readonly [RefusalCode, string]>> = {
  FORBIDDEN: ['FORBIDDEN', 'Your role does not include this.'],
  NOT_FOUND: ['NOT_FOUND', 'It is not there.'],
  PURPOSE_REQUIRED: ['PURPOSE_REQUIRED', 'Say first why you look at alerts; once a session.'],
  CHANGED_MEANWHILE: ['CONFLICT', 'It was changed after you looked at it. Look again; nothing was changed.'],
  THERE_ALREADY: ['CONFLICT', 'There is one already. End that one first; nothing was changed.'],
  ALREADY_PLANNED: ['CONFLICT', 'A session of this kind is in the list for this day already. Nothing was changed.'],
  PAGE_OUT_OF_RANGE: ['BAD_USER_INPUT', 'Ask for 1 to 100 alerts.'],
  STEP_NOT_ALLOWED: ['BAD_USER_INPUT', 'The alert is in a state that does not allow this step. Nothing was changed.'],
  UNKNOWN_REASON: ['BAD_USER_INPUT', 'Give one of the reasons that belong to this step. Nothing was changed.'],
  UNKNOWN_OUTCOME: ['BAD_USER_INPUT', 'Give an outcome when closing, one of the list, and none otherwise. Nothing was changed.'],
  CLOSING_NOT_PROPOSED: ['BAD_USER_INPUT', 'No later revision proposes to close this alert. Give another reason; nothing was changed.'],
  TOO_SHORT: ['BAD_USER_INPUT', 'The text is too short. Nothing was changed.'],
  TOO_LONG: ['BAD_USER_INPUT', 'The text is too long. Nothing was changed.'],
  HAS_HIDDEN_CHARACTER: ['BAD_USER_INPUT', 'The text holds a character nobody sees, or more than one line. Nothing was changed.'],
  HAS_EMAIL: ['BAD_USER_INPUT', 'The text holds an e-mail address. Leave it out; nothing was changed.'],
  HAS_BSN: ['BAD_USER_INPUT', 'The text holds a number that could be a citizen number. Leave it out; nothing was changed.'],
  HAS_PHONE: ['BAD_USER_INPUT', 'The text holds a phone number. Leave it out; nothing was changed.'],
  UNKNOWN_KIND: ['BAD_USER_INPUT', 'A session is work_guidance, supervision or intervision. Nothing was changed.'],
  UNKNOWN_THEME: ['BAD_USER_INPUT', 'A theme is the code of a pitfall. Nothing was changed.'],
  THEME_NAMED_TWICE: ['BAD_USER_INPUT', 'Name each theme once. Nothing was changed.'],
  TEAM_ENDED: ['BAD_USER_INPUT', 'The team does not exist any more on that day. Nothing was changed.'],
  TEAM_NOT_STARTED: ['BAD_USER_INPUT', 'The team does not exist yet on that day. Nothing was changed.'],
  PLANNED_TOO_FAR: ['BAD_USER_INPUT', 'Plan at most two years ahead. Nothing was changed.'],
  NO_SUCH_DAY: ['BAD_USER_INPUT', 'Give a day that exists, as YYYY-MM-DD. Nothing was changed.'],
  NOT_PLANNED: ['BAD_USER_INPUT', 'The session is not planned any more. Nothing was changed.'],
  HELD_BEFORE_PLANNED: ['BAD_USER_INPUT', 'A session is held on the planned day or later. Plan it for another day first; nothing was changed.'],
  HELD_IN_FUTURE: ['BAD_USER_INPUT', 'A session can not be held in the future. Nothing was changed.'],
  UNKNOWN_MEASURE: ['BAD_USER_INPUT', 'There is no measure with this code. Nothing was changed.'],
  MEASURE_HAS_NO_TARGET: ['BAD_USER_INPUT', 'Of this measure neither more nor less is wanted, so it has no target. Nothing was changed.'],
  VALUE_OUT_OF_RANGE: ['BAD_USER_INPUT', 'Give a value the measure can have. Nothing was changed.'],
  UNKNOWN_SOURCE: ['BAD_USER_INPUT', 'Say where the target comes from, with one of the list. Nothing was changed.'],
  NO_SUCH_MONTH: ['BAD_USER_INPUT', 'Give a month as YYYY-MM, and an end that is not before the beginning. Nothing was changed.'],
  MONTH_IN_FUTURE: ['BAD_USER_INPUT', 'Give a month that has begun. Nothing was changed.'],
  MARK_INCOMPLETE: ['BAD_USER_INPUT', 'An explanation goes with "explained", a day with "snoozed", and nothing else with either. Nothing was changed.'],
  CHILD_MEASURE_CANNOT_WAIT: ['BAD_USER_INPUT', 'A signal about children can not be put off. Nothing was changed.'],
  SNOOZED_INTO_THE_PAST: ['BAD_USER_INPUT', 'Put a signal off until a day after today. Nothing was changed.'],
  SNOOZED_TOO_LONG: ['BAD_USER_INPUT', 'Put a signal off for three months at most. Nothing was changed.'],
  NO_SUCH_WEEK: ['BAD_USER_INPUT', 'Give two weeks as YYYY-Www, the first one first.'],
  TOO_MANY_WEEKS: ['BAD_USER_INPUT', 'Ask for 120 weeks at most.'],
  NO_SUCH_QUARTER: ['BAD_USER_INPUT', 'Give a quarter as YYYY-Qn.'],
  WORKING_DAYS_OUT_OF_RANGE: ['BAD_USER_INPUT', 'Give 1 to 60 working days. Nothing was changed.'],
  UNKNOWN_RULE: ['BAD_USER_INPUT', '5 May is no working day in lustrum-years, every-year or never. Nothing was changed.'],
};

/** What was asked for; a fault becomes a refusal with a code and a line. */
export function orRefuse<Value>(result: Result<Value, CareFault>): Value {
  if (result.ok) return result.value;
  const [code, message] = REFUSALS[result.fault];
  throw new Refusal(code, message);
}
