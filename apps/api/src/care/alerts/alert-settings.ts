import { Injectable } from '@nestjs/common';
import { DEFAULT_OVERDUE_AFTER, failure, LIBERATION_DAY_RULES, parseOverdueAfter, workingDaysSince, type LiberationDayRule, type LocalDate, type OverdueAfter, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { CareDesk, done, type RightsFault } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';

/** By which calendar an organisation counts, and when it calls an alert overdue. */
export interface AlertSettings {
  readonly overdueAfter: OverdueAfter;
  readonly liberationDay: LiberationDayRule;
}

/** What an organisation chose; the product's defaults where it chose nothing. */
export async function findAlertSettings(client: PoolClient, organisationId: number): Promise<AlertSettings> {
  const { rows } = await client.query<{ overdueAfter: number; liberationDay: string }>(
    'SELECT overdue_after AS "overdueAfter", liberation_day AS "liberationDay" FROM care.alert_setting WHERE organisation_id = $1',
    [organisationId],
  );
  const [row] = rows;
  return {
    overdueAfter: (row === undefined ? null : parseOverdueAfter(row.overdueAfter)) ?? DEFAULT_OVERDUE_AFTER,
    liberationDay: LIBERATION_DAY_RULES.find((rule) => rule === row?.liberationDay) ?? 'lustrum-years',
  };
}

/** Age in working days today of what was raised on a day. */
export function ageOf(raisedOn: LocalDate, today: LocalDate, { liberationDay }: AlertSettings): number {
  return workingDaysSince(raisedOn, today, liberationDay);
}

/** Changes by which calendar an organisation counts, and after how many working days it calls an alert overdue. */
@Injectable()
export class AlertSettingsService {
  constructor(private readonly desk: CareDesk) {}

  setOverdueAfter(viewer: CareViewer, workingDays: number): Promise<Result<OverdueAfter, RightsFault | 'WORKING_DAYS_OUT_OF_RANGE'>> {
    return this.desk.serve(viewer, { operation: 'Mutation.setAlertOverdueAfter', isAudited: true, place: null }, async ({ client }) => {
      const after = parseOverdueAfter(workingDays);
      if (after === null) return failure('WORKING_DAYS_OUT_OF_RANGE');
      await client.query(
        'INSERT INTO care.alert_setting (organisation_id, overdue_after) VALUES ($1, $2) ON CONFLICT (organisation_id) DO UPDATE SET overdue_after = excluded.overdue_after',
        [viewer.organisationId, after],
      );
      return done(after);
    });
  }

  /** Sets in which years 5 May is no working day. Every age is counted anew from then on, also of alerts that wait already. */
  setLiberationDay(viewer: CareViewer, rule: string): Promise<Result<LiberationDayRule, RightsFault | 'UNKNOWN_RULE'>> {
    return this.desk.serve<LiberationDayRule, RightsFault | 'UNKNOWN_RULE'>(viewer, { operation: 'Mutation.setLiberationDay', isAudited: true, place: null }, async ({ client }) => {
      const known = LIBERATION_DAY_RULES.find((one) => one === rule);
      if (known === undefined) return failure('UNKNOWN_RULE');
      await client.query(
        'INSERT INTO care.alert_setting (organisation_id, liberation_day) VALUES ($1, $2) ON CONFLICT (organisation_id) DO UPDATE SET liberation_day = excluded.liberation_day',
        [viewer.organisationId, known],
      );
      return done(known);
    });
  }
}
