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

/** Changes after how many working days an organisation calls an alert overdue. */
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
}
