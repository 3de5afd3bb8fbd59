import { Injectable } from '@nestjs/common';
import {
  addDays,
  ALERT_STATES,
  dateInAmsterdam,
  failure,
  isOverdue,
  parseLocalDate,
  type AlertOutcome,
  type AlertState,
  type AlertStepName,
  type CoarseRule,
  type LocalDate,
  type Result,
} from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, type CareWork, type Done, type RightsFault } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';
import { findPurpose } from './alert-purpose.js';
import { ageOf, findAlertSettings, type AlertSettings } from './alert-settings.js';
import { COUNT_ALERTS, FIND_ALERTS, FIND_RAISED, FIND_STEPS } from './alert-worklist.sql.js';

/** Which alerts are asked for. */
export interface WorklistQuestion {
  /** Code of a unit; null for every unit of the viewer. */
  readonly unit: string | null;
  /** Empty for every state. */
  readonly states: readonly AlertState[];
  readonly isOverdueOnly: boolean;
  /** How many, 1 to {@link LARGEST_PAGE}. */
  readonly first: number;
  /** Code of the alert after which to go on; null to begin. */
  readonly after: string | null;
}

/** An alert as quality staff see it. */
export interface ListedAlert {
  readonly code: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly raisedOn: string;
  /** Working days it has waited; null once it is closed. */
  readonly ageWorkingDays: number | null;
  readonly isOverdue: boolean;
  readonly missing: CoarseRule['missing'];
  readonly ground: CoarseRule['ground'];
  readonly state: AlertState;
  readonly outcome: AlertOutcome | null;
  readonly isClosingProposed: boolean;
  readonly version: number;
}

export interface AlertWorklist {
  readonly alerts: readonly ListedAlert[];
  readonly total: number;
  /** Where the next page begins; null when this is the last one. */
  readonly next: string | null;
  readonly overdueAfter: number;
}

/** One step of an alert: who, as a role, when and why. */
export interface ListedStep {
  readonly step: AlertStepName | 'raise';
  readonly from: AlertState | null;
  readonly to: AlertState;
  readonly role: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly outcome: AlertOutcome | null;
}

export type WorklistFault = RightsFault | 'PURPOSE_REQUIRED' | 'PAGE_OUT_OF_RANGE';

export const LARGEST_PAGE = 100;

type StoredAlert = Omit<ListedAlert, 'ageWorkingDays' | 'isOverdue'>;

/** The work list of alerts, for quality staff. */
@Injectable()
export class AlertWorklistService {
  constructor(
    private readonly desk: CareDesk,
    private readonly clock: Clock,
  ) {}

  /** The alerts, the longest waiting first; with a line in the audit, in the transaction in which they are read. */
  getWorklist(viewer: CareViewer, question: WorklistQuestion): Promise<Result<AlertWorklist, WorklistFault>> {
    return this.desk.serve<AlertWorklist, WorklistFault>(viewer, { operation: 'Query.alertWorklist', isAudited: true, place: question.unit }, async (work) => {
      const teamIds = teamsOf(work, question.unit);
      if (teamIds === null) return failure('NOT_FOUND');
      if (!Number.isInteger(question.first) || question.first < 1 || question.first > LARGEST_PAGE) return failure('PAGE_OUT_OF_RANGE');
      return this.withPurpose(work, async () => {
        const { client } = work;
        const [settings, today] = [await findAlertSettings(client, viewer.organisationId), dateInAmsterdam(this.clock.now())];
        const wanted = question.states.length === 0 ? ALERT_STATES : question.states;
        const states = question.isOverdueOnly ? wanted.filter((state) => state !== 'closed') : wanted;
        const raisedBy = question.isOverdueOnly ? lastOverdueDay(today, settings) : null;
        const filter = [viewer.organisationId, teamIds, states, raisedBy];
        const found = await client.query<StoredAlert>(FIND_ALERTS, [...filter, question.after, question.first + 1]);
        const counted = await client.query<{ count: number }>(COUNT_ALERTS, filter);
        const alerts = found.rows.slice(0, question.first).map((row) => listed(row, today, settings));
        const next = found.rows.length > question.first ? (alerts.at(-1)?.code ?? null) : null;
        return { alerts, total: counted.rows[0]?.count ?? 0, next, overdueAfter: settings.overdueAfter };
      });
    });
  }

  /** What happened to an alert, from when it was raised. */
  getHistory(viewer: CareViewer, code: string): Promise<Result<readonly ListedStep[], RightsFault | 'PURPOSE_REQUIRED'>> {
    return this.desk.serve<readonly ListedStep[], RightsFault | 'PURPOSE_REQUIRED'>(viewer, { operation: 'Query.alertHistory', isAudited: true, place: null }, async (work) => {
      const key = [viewer.organisationId, code, work.teams.map(({ teamId }) => teamId)];
      const [raised] = (await work.client.query<{ raisedAt: Date }>(FIND_RAISED, key)).rows;
      if (raised === undefined) return failure('NOT_FOUND');
      return this.withPurpose(work, async () => {
        const { rows } = await work.client.query<ListedStep>(FIND_STEPS, key);
        return [{ step: 'raise', from: null, to: 'open', role: 'source', at: raised.raisedAt, reason: null, outcome: null }, ...rows];
      });
    });
  }

  private async withPurpose<Value>({ client, viewer }: CareWork, read: () => Promise<Value>): Promise<Result<Done<Value>, 'PURPOSE_REQUIRED'>> {
    const reason = await findPurpose(client, viewer);
    return reason === null ? failure('PURPOSE_REQUIRED') : { ok: true, value: { value: await read(), reason } };
  }
}

/** The teams of a unit, or all of the viewer's; null when the unit is none of hers. */
function teamsOf({ teams }: CareWork, unit: string | null): readonly number[] | null {
  const asked = teams.filter(({ unitCode }) => unit === null || unitCode === unit);
  return asked.length === 0 ? null : asked.map(({ teamId }) => teamId);
}

/** Working days only go up with time, so everything raised on this day or before it is overdue today, and nothing later is. */
function lastOverdueDay(today: LocalDate, settings: AlertSettings): LocalDate {
  let day = today;
  while (!isOverdue(ageOf(day, today, settings), settings.overdueAfter)) day = addDays(day, -1);
  return day;
}

function listed(row: StoredAlert, today: LocalDate, settings: AlertSettings): ListedAlert {
  const raisedOn = parseLocalDate(row.raisedOn);
  if (raisedOn === null) throw new Error('an alert was raised on no day');
  if (row.state === 'closed') return { ...row, ageWorkingDays: null, isOverdue: false };
  const age = ageOf(raisedOn, today, settings);
  return { ...row, ageWorkingDays: age, isOverdue: isOverdue(age, settings.overdueAfter) };
}
