import { SUPPORT_KINDS, type SupportSession } from '../measure/support-session.js';
import { isoWeekOf, type IsoWeek } from '../period/iso-week.js';
import type { LocalDate } from '../period/local-date.js';
import { CellReader, EARLIEST_DATE, noLongerLinked, STRICTEST_DELIVERY, type DeliveryRules, type RowFault } from '../reflection/cell-reader.js';
import { calendarDate, oneOf, type CellRule } from '../reflection/field-rule.js';
import { isPitfallCode, PITFALL_CODES, type PitfallCode } from '../role-model/pitfall.js';
import { failure, success, type Result } from '../shared/result.js';

/** How many took part: five or more, or fewer. The number itself is not kept. */
export type Attendance = '5+' | 'fewer';

/** A session as it is told, before it is decided what of it may be kept. */
export interface SessionFacts extends SupportSession {
  /** Only of a session that was held. */
  readonly heldOn: LocalDate | null;
  /** In the order of the model; null when not filled in. */
  readonly themes: readonly PitfallCode[] | null;
  /** Null when not known. */
  readonly attendance: Attendance | null;
}

/** A row of a support sessions file that passed every rule, as the source tells it. */
export interface SubmittedSupportSession extends SessionFacts {
  /** As the source system knows it, normalised; it goes into a pseudonym and nowhere else. */
  readonly reference: string;
  readonly teamCode: string;
}

/** What may be kept of a session: days and themes are null where so few took part that they would point at people. */
export interface KeptSupportSession {
  readonly kind: SupportSession['kind'];
  readonly status: SupportSession['status'];
  readonly plannedWeek: IsoWeek;
  readonly plannedOn: LocalDate | null;
  readonly heldWeek: IsoWeek | null;
  readonly heldOn: LocalDate | null;
  readonly themes: readonly PitfallCode[] | null;
  readonly attendance: Attendance | null;
}

const LEAST_ATTENDEES = 5;

/** How each coded cell of a session is read; session_id and team are references. */
export const SUPPORT_SESSION_FIELDS = {
  kind: oneOf(...SUPPORT_KINDS),
  planned_on: calendarDate(),
  status: oneOf('planned', 'held', 'cancelled_by_us', 'cancelled_by_team'),
  held_on: calendarDate(),
  themes: pitfallCodes(),
  attendees: attendance(),
} as const;

/** Every column a support sessions file may have, in order. */
export const SUPPORT_SESSION_COLUMNS: readonly string[] = ['session_id', 'team', ...Object.keys(SUPPORT_SESSION_FIELDS)];

export const REQUIRED_SUPPORT_SESSION_COLUMNS = ['session_id', 'team', 'kind', 'planned_on', 'status'] as const;

/**
 * Reads one row of a support sessions file.
 *
 * A planned day may lie in the future; the day on which a session was held may not. Only a session that was held has
 * that day and attendees.
 *
 * @param row the cells by column name; a column that is left out counts as empty, an empty cell as unknown.
 * @param today the date in the Netherlands.
 * @param rules what is known about the source and the organisation.
 * @returns the session, or every fault of the row at once. A fault never holds a value of the row.
 */
export function parseSupportSession(
  row: Readonly<Record<string, string | undefined>>,
  today: LocalDate,
  rules: DeliveryRules = STRICTEST_DELIVERY,
): Result<SubmittedSupportSession, readonly RowFault[]> {
  const cells = new CellReader(row, rules);
  const reference = cells.reference('session_id');
  const teamCode = cells.team(rules.teams);
  const kind = cells.filled('kind', SUPPORT_SESSION_FIELDS.kind);
  const plannedOn = cells.filled('planned_on', SUPPORT_SESSION_FIELDS.planned_on);
  const status = cells.filled('status', SUPPORT_SESSION_FIELDS.status);
  const heldOn = cells.optional('held_on', SUPPORT_SESSION_FIELDS.held_on);
  const themes = cells.optional('themes', SUPPORT_SESSION_FIELDS.themes);
  const attended = cells.optional('attendees', SUPPORT_SESSION_FIELDS.attendees);
  for (const [column, date] of [['planned_on', plannedOn], ['held_on', heldOn]] as const) {
    if (date !== null && date < EARLIEST_DATE) cells.refuse(column, 'DATE_TOO_EARLY', `a date on or after ${EARLIEST_DATE}`);
  }
  if (plannedOn !== null && plannedOn >= EARLIEST_DATE && rules.linkedFrom !== null && plannedOn < rules.linkedFrom) {
    cells.refuse('planned_on', 'DATE_NO_LONGER_LINKED', noLongerLinked(rules.linkedFrom));
  }
  if (heldOn !== null && heldOn > today) cells.refuse('held_on', 'DATE_IN_FUTURE', 'a date that is not in the future');
  if (status !== null) checkHeld(cells, status, heldOn, attended);
  if (kind === null || plannedOn === null || status === null || cells.faults.length > 0) return failure(cells.faults);
  return success({ reference, teamCode, kind, plannedOn, status, heldOn, themes, attendance: attended });
}

function checkHeld(cells: CellReader, status: SupportSession['status'], heldOn: LocalDate | null, attended: Attendance | null): void {
  const isUnread = cells.faults.some((fault) => fault.column === 'held_on');
  if (status === 'held') {
    if (heldOn === null && !isUnread) cells.refuse('held_on', 'REQUIRED_WITH', 'filled in with status = held');
    return;
  }
  if (heldOn !== null) cells.refuse('held_on', 'ONLY_WITH', 'empty, unless status = held');
  if (attended !== null) cells.refuse('attendees', 'ONLY_WITH', 'empty, unless status = held');
}

/**
 * What may be kept of a session.
 *
 * With fewer than five people, or when it is not known how many there were, the themes and the days of a session that
 * was held are left out and only the weeks stay: a theme of three colleagues on a Tuesday is about those three. Of a
 * session that was not held the planned day is kept, since nobody was there, and no theme.
 */
export function keepOfSupportSession({ kind, status, plannedOn, heldOn, themes, attendance: attended }: SessionFacts): KeptSupportSession {
  const isHeld = status === 'held';
  const isLarge = isHeld && attended === '5+';
  return {
    kind,
    status,
    plannedWeek: isoWeekOf(plannedOn),
    plannedOn: isLarge || !isHeld ? plannedOn : null,
    heldWeek: heldOn === null ? null : isoWeekOf(heldOn),
    heldOn: isLarge ? heldOn : null,
    themes: isLarge ? themes : null,
    attendance: attended,
  };
}

function attendance(): CellRule<Attendance> {
  return {
    expected: 'a whole number from 0 to 500, or 5+ or fewer',
    read: (text) => {
      const word = text.toLowerCase();
      if (word === '5+' || word === 'fewer') return word;
      if (!/^\d{1,3}$/.test(text) || Number(text) > 500) return null;
      return Number(text) >= LEAST_ATTENDEES ? '5+' : 'fewer';
    },
    faultOf: (text) => (/^\d+$/.test(text) ? 'OUT_OF_RANGE' : 'NOT_A_NUMBER'),
  };
}

function pitfallCodes(): CellRule<readonly PitfallCode[]> {
  return {
    expected: 'pitfall codes separated by |, each at most once',
    read: (text) => {
      const parts = text.toUpperCase().split('|').map((part) => part.trim());
      const distinct = new Set(parts.filter(isPitfallCode));
      return distinct.size === parts.length ? PITFALL_CODES.filter((code) => distinct.has(code)) : null;
    },
    faultOf: (text) => (text.toUpperCase().split('|').every((part) => isPitfallCode(part.trim())) ? 'NAMED_TWICE' : 'UNKNOWN_CODE'),
  };
}
