import { Injectable } from '@nestjs/common';
import { ageBandOf, ageBands, dateInAmsterdam, failure, isOverdue, parseLocalDate, success, type AgeBand, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, done, type RightsFault, type TeamPlace } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';
import { ageOf, findAlertSettings } from './alert-settings.js';
import { COUNT_PENDING } from './alert-worklist.sql.js';

/** How many alerts of a unit wait in one band of ages. */
export interface OpenAlertsOfBand {
  readonly band: AgeBand;
  readonly open: number;
}

/** How many alerts of a region wait. */
export interface OpenAlertsOfRegion {
  readonly regionCode: string;
  readonly regionName: string;
  readonly open: number;
  readonly overdue: number;
}

interface PendingOfDay {
  readonly unitCode: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly age: number;
  readonly count: number;
}

/** Numbers of alerts that wait, without any alert: for team managers by age, for directors by region. */
@Injectable()
export class OpenAlertsService {
  constructor(
    private readonly desk: CareDesk,
    private readonly clock: Clock,
  ) {}

  /** The open alerts of one unit of a team manager, in every band, also where none waits. */
  getByAge(viewer: CareViewer, unit: string): Promise<Result<readonly OpenAlertsOfBand[], RightsFault>> {
    return this.desk.serve<readonly OpenAlertsOfBand[], RightsFault>(viewer, { operation: 'Query.openAlertsByAge', isAudited: false, place: unit }, async ({ client, teams }) => {
      const asked = teams.filter(({ unitCode }) => unitCode === unit);
      if (asked.length === 0) return failure('NOT_FOUND');
      const settings = await findAlertSettings(client, viewer.organisationId);
      const pending = await this.findPending(client, viewer, asked);
      const inBand = ({ code }: AgeBand) => pending.filter(({ age }) => ageBandOf(age, settings.overdueAfter) === code);
      return done(ageBands(settings.overdueAfter).map((band) => ({ band, open: total(inBand(band)) })));
    });
  }

  /** The open alerts of every region of a director, by name of the region, also where none waits. */
  getByRegion(viewer: CareViewer): Promise<Result<readonly OpenAlertsOfRegion[], RightsFault>> {
    return this.desk.serve<readonly OpenAlertsOfRegion[], RightsFault>(viewer, { operation: 'Query.openAlertsByRegion', isAudited: false, place: null }, async ({ client, teams }) => {
      const { overdueAfter } = await findAlertSettings(client, viewer.organisationId);
      const pending = await this.findPending(client, viewer, teams);
      const names = new Map(teams.map(({ regionCode, regionName }) => [regionCode, regionName]));
      const regions = [...names].map(([regionCode, regionName]) => {
        const own = pending.filter((day) => day.regionCode === regionCode);
        return { regionCode, regionName, open: total(own), overdue: total(own.filter(({ age }) => isOverdue(age, overdueAfter))) };
      });
      return success({ value: regions.sort((one, other) => one.regionName.localeCompare(other.regionName, 'nl')), reason: null });
    });
  }

  private async findPending(client: PoolClient, { organisationId }: CareViewer, teams: readonly TeamPlace[]): Promise<readonly PendingOfDay[]> {
    const settings = await findAlertSettings(client, organisationId);
    const today = dateInAmsterdam(this.clock.now());
    const { rows } = await client.query<Omit<PendingOfDay, 'age'> & { raisedOn: string }>(COUNT_PENDING, [organisationId, teams.map(({ teamId }) => teamId)]);
    return rows.map(({ raisedOn, ...place }) => {
      const day = parseLocalDate(raisedOn);
      if (day === null) throw new Error('an alert was raised on no day');
      return { ...place, age: ageOf(day, today, settings) };
    });
  }
}

function total(days: readonly PendingOfDay[]): number {
  return days.reduce((sum, { count }) => sum + count, 0);
}
