import type { SupportKind } from '../measure/support-session.js';
import { addDays } from '../period/calendar-days.js';
import { isoWeekOf } from '../period/iso-week.js';
import type { LocalDate } from '../period/local-date.js';
import { isPitfallCode, PITFALL_CODES, type PitfallCode } from '../role-model/pitfall.js';
import { failure, success, type Result } from '../shared/result.js';
import { keepOfSupportSession, type Attendance, type KeptSupportSession } from './parse-support-session.js';

/** The days on which a team exists; no end while it has none. */
export interface TeamLife {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export type PlanFault = 'TEAM_ENDED' | 'TEAM_NOT_STARTED' | 'PLANNED_TOO_FAR';
export type HoldFault = 'NOT_PLANNED' | 'HELD_BEFORE_PLANNED' | 'HELD_IN_FUTURE' | 'TEAM_ENDED';
export type ThemeFault = 'UNKNOWN_THEME' | 'THEME_NAMED_TWICE';

/** Two years: further ahead nobody has a diary, and a slip of the year shows. */
const FURTHEST_DAYS = 731;

/** Reads the themes of a session; none is fine. In the order of the model. */
export function parseThemes(codes: readonly string[]): Result<readonly PitfallCode[], ThemeFault> {
  const known = codes.filter(isPitfallCode);
  if (known.length < codes.length) return failure('UNKNOWN_THEME');
  const distinct = new Set(known);
  return distinct.size < codes.length ? failure('THEME_NAMED_TWICE') : success(PITFALL_CODES.filter((code) => distinct.has(code)));
}

/** A session that somebody plans. */
export interface PlannedSession {
  readonly kind: SupportKind;
  readonly plannedOn: LocalDate;
  /** What is proposed to talk about. */
  readonly themes: readonly PitfallCode[];
}

/**
 * A session as it is planned. A day in the past is fine, so that one can be recorded afterwards.
 *
 * @param today the date in the Netherlands.
 */
export function planSession({ kind, plannedOn, themes }: PlannedSession, team: TeamLife, today: LocalDate): Result<KeptSupportSession, PlanFault> {
  if (hasEnded(team, plannedOn)) return failure('TEAM_ENDED');
  if (plannedOn < team.validFrom) return failure('TEAM_NOT_STARTED');
  if (plannedOn > addDays(today, FURTHEST_DAYS)) return failure('PLANNED_TOO_FAR');
  return success({ kind, status: 'planned', plannedWeek: isoWeekOf(plannedOn), plannedOn, heldWeek: null, heldOn: null, themes: themes.length === 0 ? null : themes, attendance: null });
}

/** How a session went. */
export interface HeldReport {
  readonly heldOn: LocalDate;
  readonly attendance: Attendance;
  /** What was talked about; null keeps what was proposed. */
  readonly themes: readonly PitfallCode[] | null;
}

/** A planned session after it was held: with fewer than five people neither day nor theme is kept. */
export function holdSession(session: KeptSupportSession, { heldOn, attendance, themes }: HeldReport, team: TeamLife, today: LocalDate): Result<KeptSupportSession, HoldFault> {
  const { plannedOn } = session;
  if (session.status !== 'planned' || plannedOn === null) return failure('NOT_PLANNED');
  if (heldOn < plannedOn) return failure('HELD_BEFORE_PLANNED');
  if (heldOn > today) return failure('HELD_IN_FUTURE');
  if (hasEnded(team, heldOn)) return failure('TEAM_ENDED');
  return success(keepOfSupportSession({ kind: session.kind, status: 'held', plannedOn, heldOn, themes: themes ?? session.themes, attendance }));
}

/** A planned session after it was cancelled, by the organisation ("us") or by the team. Its themes go: nobody talked about them. */
export function cancelSession(session: KeptSupportSession, by: 'us' | 'team'): Result<KeptSupportSession, 'NOT_PLANNED'> {
  const { kind, plannedOn } = session;
  if (session.status !== 'planned' || plannedOn === null) return failure('NOT_PLANNED');
  return success(keepOfSupportSession({ kind, status: by === 'us' ? 'cancelled_by_us' : 'cancelled_by_team', plannedOn, heldOn: null, themes: null, attendance: null }));
}

/**
 * Whether what a source delivers is the session that somebody entered: of one team, which the caller knows, the same kind on the same
 * planned day. Where a day is not kept, in the same week.
 */
export function isSameSession(one: KeptSupportSession, other: KeptSupportSession): boolean {
  if (one.kind !== other.kind) return false;
  return one.plannedOn !== null && other.plannedOn !== null ? one.plannedOn === other.plannedOn : one.plannedWeek === other.plannedWeek;
}

/**
 * A session of the list after a source delivered it. What was delivered last holds, except that a diary that still says "planned" undoes nothing
 * that was recorded since, and takes no proposed theme away.
 */
export function afterDelivery(listed: KeptSupportSession, delivered: KeptSupportSession): KeptSupportSession {
  if (delivered.status !== 'planned') return delivered;
  return listed.status === 'planned' ? { ...delivered, themes: listed.themes } : listed;
}

function hasEnded({ validTo }: TeamLife, date: LocalDate): boolean {
  return validTo !== null && date > validTo;
}
