import { Injectable } from '@nestjs/common';
import {
  dateInAmsterdam,
  failure,
  isoWeekOf,
  parseIsoWeek,
  parseThemes,
  sessionPack,
  SUPPORT_KINDS,
  thursdayOf,
  addDays,
  type IsoWeek,
  type KeptSupportSession,
  type Language,
  type LocalDate,
  type PitfallCode,
  type Result,
  type SessionPack,
  type SupportKind,
  type ThemeFault,
} from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, done, type CareWork, type RightsFault, type TeamPlace } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';
import { calendarFile } from './calendar-file.js';
import { SessionStore, type StoredSession } from './session.store.js';

/** A session of the list as its readers see it; a day only for quality staff. */
export interface ListedSession {
  readonly session: number;
  readonly version: number;
  readonly teamCode: string;
  readonly teamName: string;
  readonly kind: SupportKind;
  readonly status: KeptSupportSession['status'];
  readonly plannedWeek: IsoWeek;
  readonly heldWeek: IsoWeek | null;
  readonly plannedOn: LocalDate | null;
  readonly heldOn: LocalDate | null;
  readonly themes: readonly PitfallCode[] | null;
  readonly attendance: KeptSupportSession['attendance'];
  readonly promptedBy: string | null;
}

export type SessionListFault = RightsFault | 'NO_SUCH_WEEK' | 'TOO_MANY_WEEKS';

/** Two years and a bit: what a chart of support shows at most. */
const MOST_WEEKS = 120;

/** Reads the one list of support sessions: the sessions, the next one, and what goes with one. */
@Injectable()
export class SupportSessionsService {
  constructor(
    private readonly desk: CareDesk,
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
  ) {}

  /**
   * The sessions of a unit planned or held between two weeks, by week. Held ones are the events of its charts.
   *
   * @param unit null for every unit of the viewer.
   */
  getSessions(viewer: CareViewer, unit: string | null, fromWeek: string, throughWeek: string): Promise<Result<readonly ListedSession[], SessionListFault>> {
    return this.desk.serve<readonly ListedSession[], SessionListFault>(viewer, { operation: 'Query.supportSessions', isAudited: false, place: unit }, async (work) => {
      const [from, through] = [parseIsoWeek(fromWeek), parseIsoWeek(throughWeek)];
      if (from === null || through === null || from > through) return failure('NO_SUCH_WEEK');
      if (addDays(thursdayOf(from), 7 * MOST_WEEKS) < thursdayOf(through)) return failure('TOO_MANY_WEEKS');
      const teams = teamsOfUnit(work, unit);
      if (teams.length === 0) return failure('NOT_FOUND');
      const found = await this.find(work, teams, { from, through });
      return done(found.map(({ session, team }) => listed(session, team, viewer)));
    });
  }

  /** The first session of a unit that is still to come, today's among them; null when none is planned. */
  getNext(viewer: CareViewer, unit: string): Promise<Result<ListedSession | null, RightsFault>> {
    return this.desk.serve<ListedSession | null, RightsFault>(viewer, { operation: 'Query.nextSupportSession', isAudited: false, place: unit }, async (work) => {
      const teams = teamsOfUnit(work, unit);
      if (teams.length === 0) return failure('NOT_FOUND');
      const today = dateInAmsterdam(this.clock.now());
      const next = await this.sessions.findNext(work.client, viewer.organisationId, teams.map(({ teamId }) => teamId), { week: isoWeekOf(today), day: today });
      const team = teams.find(({ teamId }) => teamId === next?.teamId);
      return done(next === null || team === undefined ? null : listed(next, team, viewer));
    });
  }

  /** What a group takes to a session. @param kind, @param themes as codes; none is fine. */
  getPack(viewer: CareViewer, kind: string, themes: readonly string[], language: Language): Promise<Result<SessionPack, RightsFault | ThemeFault | 'UNKNOWN_KIND'>> {
    return this.desk.serve<SessionPack, RightsFault | ThemeFault | 'UNKNOWN_KIND'>(viewer, { operation: 'Query.sessionPack', isAudited: false, place: null }, () => {
      const known = SUPPORT_KINDS.find((one) => one === kind);
      const read = parseThemes(themes);
      if (known === undefined) return Promise.resolve(failure('UNKNOWN_KIND' as const));
      return Promise.resolve(read.ok ? done(sessionPack(known, read.value, language)) : read);
    });
  }

  /** A calendar file of a session that is planned: the kind, the team and the day, and nothing to read about a theme. */
  getCalendar(viewer: CareViewer, session: number, language: Language): Promise<Result<string, RightsFault | 'NOT_PLANNED'>> {
    return this.desk.serve<string, RightsFault | 'NOT_PLANNED'>(viewer, { operation: 'Query.sessionCalendar', isAudited: false, place: null }, async ({ client, teams }) => {
      const stored = await this.sessions.hold(client, viewer.organisationId, session, teams.map(({ teamId }) => teamId));
      const team = teams.find(({ teamId }) => teamId === stored?.teamId);
      if (stored === null || team === undefined) return failure('NOT_FOUND');
      const { status, plannedOn, kind, version } = stored;
      if (status !== 'planned' || plannedOn === null) return failure('NOT_PLANNED');
      return done(calendarFile({ uid: `${viewer.organisationId}-${session}@rolvast`, sequence: version - 1, stamp: this.clock.now(), day: plannedOn, kind, team: team.teamName }, language));
    });
  }

  private async find({ client, viewer }: CareWork, teams: readonly TeamPlace[], range: { readonly from: string; readonly through: string }) {
    const stored = await this.sessions.findOfTeams(client, viewer.organisationId, teams.map(({ teamId }) => teamId), range);
    return stored.flatMap((session) => {
      const team = teams.find(({ teamId }) => teamId === session.teamId);
      return team === undefined ? [] : [{ session, team }];
    });
  }
}

function teamsOfUnit({ teams }: CareWork, unit: string | null): readonly TeamPlace[] {
  return teams.filter(({ unitCode }) => unit === null || unitCode === unit);
}

function listed(stored: StoredSession, { teamCode, teamName }: TeamPlace, { role }: CareViewer): ListedSession {
  const { sessionNumber, version, kind, status, plannedWeek, heldWeek, plannedOn, heldOn, themes, attendance, promptedBy } = stored;
  const days = role === 'quality-staff' ? { plannedOn, heldOn } : { plannedOn: null, heldOn: null };
  return { session: sessionNumber, version, teamCode, teamName, kind, status, plannedWeek, heldWeek, ...days, themes, attendance, promptedBy };
}
