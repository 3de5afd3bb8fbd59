import { Injectable } from '@nestjs/common';
import {
  checkReviewMark,
  checkTarget,
  dateInAmsterdam,
  EVENT_TITLE_LENGTH,
  EXPLANATIONS,
  failure,
  findMeasure,
  monthOf,
  parseLocalDate,
  parseMonth,
  REBASE_REASONS,
  screenText,
  success,
  TARGET_SOURCES,
  type Measure,
  type Month,
  type Result,
  type ReviewMark,
  type ReviewMarkFault,
  type ReviewMarkKind,
  type TargetFault,
  type TextFault,
} from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, done, findUnit, type CareWork, type Done, type RightsFault } from '../desk/care-desk.js';
import type { Operation } from '../../access/role-policy.js';
import type { CareViewer } from '../desk/care-viewer.js';
import type { FollowUpKind } from './follow-up.sql.js';
import { FollowUpStore, type Decision, type StoredEvent, type StoredMark, type StoredRebase, type StoredTarget } from './follow-up.store.js';

/** Everything decided about the charts of some units that still stands. */
export interface FollowUp {
  readonly targets: readonly StoredTarget[];
  readonly events: readonly StoredEvent[];
  readonly marks: readonly StoredMark[];
  readonly rebases: readonly StoredRebase[];
}

export interface WantedTarget {
  readonly unit: string;
  readonly measure: string;
  readonly fromMonth: string;
  /** Null while it has no end. */
  readonly throughMonth: string | null;
  readonly value: number;
  readonly source: string;
}

export interface WantedMark {
  readonly unit: string;
  readonly measure: string;
  /** Last month of the period whose signal it is about. */
  readonly throughMonth: string;
  readonly kind: ReviewMarkKind;
  readonly explanation: string | null;
  readonly until: string | null;
}

export type FollowUpFault = RightsFault | TargetFault | TextFault | ReviewMarkFault | 'UNKNOWN_MEASURE' | 'NO_SUCH_MONTH' | 'MONTH_IN_FUTURE' | 'UNKNOWN_SOURCE' | 'UNKNOWN_REASON' | 'MARK_INCOMPLETE' | 'THERE_ALREADY';

/** Keeps what an organisation decides beside its figures. Nothing is overwritten: what no longer holds is ended and stays on record. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly desk: CareDesk,
    private readonly store: FollowUpStore,
    private readonly clock: Clock,
  ) {}

  /** Whatever stands for a unit; null for every unit of the viewer. A mark is seen by everybody whose unit it is, and always by quality staff and director. */
  getFollowUp(viewer: CareViewer, unit: string | null): Promise<Result<FollowUp, FollowUpFault>> {
    return this.desk.serve<FollowUp, FollowUpFault>(viewer, { operation: 'Query.followUp', isAudited: false, place: unit }, async ({ client, teams }) => {
      const unitIds = [...new Set(teams.filter(({ unitCode }) => unit === null || unitCode === unit).map(({ unitId }) => unitId))];
      if (unitIds.length === 0) return failure('NOT_FOUND');
      const { organisationId } = viewer;
      const targets = await this.store.findTargets(client, organisationId, unitIds);
      const events = await this.store.findEvents(client, organisationId, unitIds);
      const marks = await this.store.findMarks(client, organisationId, unitIds);
      return done({ targets, events, marks, rebases: await this.store.findRebases(client, organisationId, unitIds) });
    });
  }

  /** Sets a target of the organisation's own; the product has none. */
  setTarget(viewer: CareViewer, wanted: WantedTarget): Promise<Result<number, FollowUpFault>> {
    return this.decide(viewer, 'Mutation.setTarget', wanted.unit, async ({ client, unitId, by }) => {
      const measure = findMeasure(wanted.measure);
      if (measure === null) return failure('UNKNOWN_MEASURE');
      const [fromMonth, throughMonth] = [parseMonth(wanted.fromMonth), wanted.throughMonth === null ? null : parseMonth(wanted.throughMonth)];
      if (fromMonth === null || (wanted.throughMonth !== null && (throughMonth === null || throughMonth < fromMonth))) return failure('NO_SUCH_MONTH');
      const source = TARGET_SOURCES.find((known) => known === wanted.source);
      if (source === undefined) return failure('UNKNOWN_SOURCE');
      const value = checkTarget(measure, wanted.value);
      if (!value.ok) return value;
      return numbered(await this.store.addTarget(client, by, { unitId, measure: measure.code, fromMonth, throughMonth, value: value.value, source }));
    });
  }

  /** Puts an event on the charts of a unit. @param unit null for the whole organisation, which a team manager can't. */
  addEvent(viewer: CareViewer, unit: string | null, monthText: string, title: string): Promise<Result<number, FollowUpFault>> {
    return this.desk.serve<number, FollowUpFault>(viewer, { operation: 'Mutation.addChartEvent', isAudited: true, place: unit }, async ({ client, teams }) => {
      const place = unit === null ? null : findUnit(teams, unit);
      if (unit === null ? viewer.role === 'team-manager' : place === null) return failure('NOT_FOUND');
      const month = parseMonth(monthText);
      if (month === null) return failure('NO_SUCH_MONTH');
      const screened = screenText(title, EVENT_TITLE_LENGTH);
      if (!screened.ok) return screened;
      return numbered(await this.store.addEvent(client, this.decision(viewer), place?.unitId ?? null, month, screened.value));
    });
  }

  /** Says what is done about a signal. */
  markSignal(viewer: CareViewer, wanted: WantedMark): Promise<Result<number, FollowUpFault>> {
    return this.decide(viewer, 'Mutation.markSignal', wanted.unit, async ({ client, unitId, by }) => {
      const subject = this.chartOf(wanted.measure, wanted.throughMonth);
      if (!subject.ok) return subject;
      const mark = readMark(wanted);
      if (mark === null) return failure('MARK_INCOMPLETE');
      const { measure, month } = subject.value;
      const checked = checkReviewMark(mark, measure.code, dateInAmsterdam(by.at));
      if (!checked.ok) return checked;
      return numbered(await this.store.setMark(client, by, unitId, measure.code, month, checked.value));
    });
  }

  /** Lets the usual level of a chart start anew from a month on; by hand, with the author and a coded reason. */
  rebase(viewer: CareViewer, wanted: { readonly unit: string; readonly measure: string; readonly fromMonth: string; readonly reason: string }): Promise<Result<number, FollowUpFault>> {
    return this.decide(viewer, 'Mutation.rebaseChart', wanted.unit, async ({ client, unitId, by }) => {
      const subject = this.chartOf(wanted.measure, wanted.fromMonth);
      if (!subject.ok) return subject;
      const reason = REBASE_REASONS.find((known) => known === wanted.reason);
      if (reason === undefined) return failure('UNKNOWN_REASON');
      return numbered(await this.store.addRebase(client, by, unitId, subject.value.measure.code, subject.value.month, reason));
    });
  }

  /** Ends a decision; it stays on record. Whoever may decide such a thing may end it. */
  end(viewer: CareViewer, kind: FollowUpKind, number: number): Promise<Result<true, FollowUpFault>> {
    return this.desk.serve<true, FollowUpFault>(viewer, { operation: ENDED_BY[kind], isAudited: true, place: null }, async ({ client, teams }) => {
      const unitIds = teams.map(({ unitId }) => unitId);
      const isEnded = await this.store.end(client, this.decision(viewer), kind, number, unitIds, viewer.role !== 'team-manager');
      return isEnded ? done(true) : failure('NOT_FOUND');
    });
  }

  private decide(viewer: CareViewer, operation: Operation, unit: string, work: (on: { readonly client: CareWork['client']; readonly unitId: number; readonly by: Decision }) => Promise<Result<Done<number>, FollowUpFault>>): Promise<Result<number, FollowUpFault>> {
    return this.desk.serve<number, FollowUpFault>(viewer, { operation, isAudited: true, place: unit }, async ({ client, teams }) => {
      const place = findUnit(teams, unit);
      return place === null ? failure('NOT_FOUND') : work({ client, unitId: place.unitId, by: this.decision(viewer) });
    });
  }

  /** A measure that is drawn per month, and a month that was there already. */
  private chartOf(code: string, monthText: string): Result<{ readonly measure: Measure; readonly month: Month }, FollowUpFault> {
    const [measure, month] = [findMeasure(code), parseMonth(monthText)];
    if (measure === null) return failure('UNKNOWN_MEASURE');
    if (month === null) return failure('NO_SUCH_MONTH');
    return month > monthOf(dateInAmsterdam(this.clock.now())) ? failure('MONTH_IN_FUTURE') : success({ measure, month });
  }

  private decision({ organisationId, userNumber, role }: CareViewer): Decision {
    return { organisationId, userNumber, role, at: this.clock.now() };
  }
}

const ENDED_BY: Readonly<Record<FollowUpKind, Operation>> = {
  target: 'Mutation.endTarget',
  chart_event: 'Mutation.endChartEvent',
  review_mark: 'Mutation.endReviewMark',
  rebase: 'Mutation.endRebase',
};

function readMark({ kind, explanation, until }: WantedMark): ReviewMark | null {
  if (kind === 'session-planned') return explanation === null && until === null ? { kind } : null;
  if (kind === 'explained') {
    const known = EXPLANATIONS.find((code) => code === explanation);
    return known === undefined || until !== null ? null : { kind, explanation: known };
  }
  const day = until === null ? null : parseLocalDate(until);
  return day === null || explanation !== null ? null : { kind, until: day };
}

function numbered(number: number | null): Result<Done<number>, 'THERE_ALREADY'> {
  return number === null ? failure('THERE_ALREADY') : done(number);
}
