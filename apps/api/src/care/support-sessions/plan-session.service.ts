import { Injectable } from '@nestjs/common';
import {
  cancelSession,
  dateInAmsterdam,
  failure,
  findMeasure,
  holdSession,
  isSameSession,
  parseLocalDate,
  parseThemes,
  planSession,
  SUPPORT_KINDS,
  type Attendance,
  type HoldFault,
  type KeptSupportSession,
  type PlanFault,
  type Result,
  type ThemeFault,
} from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, done, findTeam, type CareWork, type Done, type RightsFault, type TeamPlace } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';
import { SessionStore, type StoredSession } from './session.store.js';

/** A session to plan, as it was asked for. */
export interface WantedSession {
  readonly team: string;
  readonly kind: string;
  readonly plannedOn: string;
  readonly themes: readonly string[];
  /** Measure whose signal it answers; null when there is none. */
  readonly promptedBy: string | null;
}

/** What is said of a session afterwards. */
export interface WantedHold {
  readonly session: number;
  readonly version: number;
  readonly heldOn: string;
  readonly attendance: Attendance;
  /** Null keeps what was proposed. */
  readonly themes: readonly string[] | null;
}

export interface WantedCancel {
  readonly session: number;
  readonly version: number;
  readonly by: 'us' | 'team';
}

/** A session as it stands after a change. */
export interface ChangedSession {
  readonly session: number;
  readonly version: number;
  readonly status: KeptSupportSession['status'];
}

export type SessionFault = RightsFault | PlanFault | HoldFault | ThemeFault | 'UNKNOWN_KIND' | 'NO_SUCH_DAY' | 'UNKNOWN_MEASURE' | 'ALREADY_PLANNED' | 'CHANGED_MEANWHILE';

/** Plans, holds and cancels support sessions of a team. */
@Injectable()
export class PlanSessionService {
  constructor(
    private readonly desk: CareDesk,
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Adds a session to the list, unless the list has it already: of this kind, on this day. */
  plan(viewer: CareViewer, wanted: WantedSession): Promise<Result<ChangedSession, SessionFault>> {
    return this.desk.serve<ChangedSession, SessionFault>(viewer, { operation: 'Mutation.planSupportSession', isAudited: true, place: wanted.team }, async ({ client, teams }) => {
      const team = findTeam(teams, wanted.team);
      if (team === null) return failure('NOT_FOUND');
      const planned = this.read(wanted, team);
      if (!planned.ok) return planned;
      const promptedBy = wanted.promptedBy === null ? null : (findMeasure(wanted.promptedBy)?.code ?? null);
      if (promptedBy === null && wanted.promptedBy !== null) return failure('UNKNOWN_MEASURE');
      await this.sessions.holdTeam(client, viewer.organisationId, team.teamId);
      const ofWeek = await this.sessions.findOfWeek(client, viewer.organisationId, team.teamId, planned.value.kind, planned.value.plannedWeek);
      if (ofWeek.some((session) => session.plannedOn !== null && isSameSession(session, planned.value))) return failure('ALREADY_PLANNED');
      const session = await this.sessions.add(client, viewer.organisationId, team.teamId, planned.value, { deliveredNumber: null, promptedBy });
      return done({ session, version: 1, status: 'planned' });
    });
  }

  /** Records that a planned session was held. */
  hold(viewer: CareViewer, wanted: WantedHold): Promise<Result<ChangedSession, SessionFault>> {
    return this.desk.serve<ChangedSession, SessionFault>(viewer, { operation: 'Mutation.holdSupportSession', isAudited: true, place: null }, (work) =>
      this.change(work, wanted, (session, team) => {
        const heldOn = parseLocalDate(wanted.heldOn);
        if (heldOn === null) return failure('NO_SUCH_DAY');
        const themes = wanted.themes === null ? null : parseThemes(wanted.themes);
        if (themes !== null && !themes.ok) return themes;
        return holdSession(session, { heldOn, attendance: wanted.attendance, themes: themes?.value ?? null }, team, this.today());
      }),
    );
  }

  /** Records that a planned session was cancelled, by the organisation or by the team. */
  cancel(viewer: CareViewer, wanted: WantedCancel): Promise<Result<ChangedSession, SessionFault>> {
    return this.desk.serve<ChangedSession, SessionFault>(viewer, { operation: 'Mutation.cancelSupportSession', isAudited: true, place: null }, (work) =>
      this.change(work, wanted, (session) => cancelSession(session, wanted.by)),
    );
  }

  private read({ kind, plannedOn, themes }: WantedSession, team: TeamPlace): Result<KeptSupportSession, SessionFault> {
    const known = SUPPORT_KINDS.find((one) => one === kind);
    if (known === undefined) return failure('UNKNOWN_KIND');
    const day = parseLocalDate(plannedOn);
    if (day === null) return failure('NO_SUCH_DAY');
    const read = parseThemes(themes);
    return read.ok ? planSession({ kind: known, plannedOn: day, themes: read.value }, team, this.today()) : read;
  }

  private async change(
    { client, viewer, teams }: CareWork,
    { session: number, version }: { readonly session: number; readonly version: number },
    changed: (session: StoredSession, team: TeamPlace) => Result<KeptSupportSession, SessionFault>,
  ): Promise<Result<Done<ChangedSession>, SessionFault>> {
    const session = await this.sessions.hold(client, viewer.organisationId, number, teams.map(({ teamId }) => teamId));
    const team = teams.find(({ teamId }) => teamId === session?.teamId);
    if (session === null || team === undefined) return failure('NOT_FOUND');
    if (session.version !== version) return failure('CHANGED_MEANWHILE');
    const after = changed(session, team);
    if (!after.ok) return after;
    await this.sessions.save(client, viewer.organisationId, session, after.value, session);
    return done({ session: number, version: version + 1, status: after.value.status });
  }

  private today() {
    return dateInAmsterdam(this.clock.now());
  }
}
