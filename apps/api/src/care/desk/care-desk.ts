import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, type LocalDate, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { AuditNote } from '../../access/audit/audit-entry.js';
import { AuditTrail } from '../../access/audit/audit-trail.js';
import { mayDo, type Operation } from '../../access/role-policy.js';
import { inTransaction } from '../../platform/database/transaction.js';
import type { CareViewer } from './care-viewer.js';

/** A team within the scope of whoever asks. */
export interface TeamPlace {
  readonly teamId: number;
  readonly teamCode: string;
  readonly teamName: string;
  readonly validFrom: LocalDate;
  /** Last day on which it exists; null while it has no end. */
  readonly validTo: LocalDate | null;
  readonly regionCode: string;
  readonly regionName: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly unitId: number;
  readonly unitCode: string;
  readonly unitName: string;
}

/** Where work at the desk happens: one transaction, one organisation, the teams of one viewer. */
export interface CareWork {
  readonly client: PoolClient;
  readonly viewer: CareViewer;
  readonly teams: readonly TeamPlace[];
}

/** Rights were lacking: of the role, or of what it was about. "Not there" and "not yours" are the same. */
export type RightsFault = 'FORBIDDEN' | 'NOT_FOUND';

export interface Deed {
  readonly operation: Operation;
  /** Whether it is written down when it was done; what was refused for want of rights always is. */
  readonly isAudited: boolean;
  /** Code of the unit or team it is about, as it was asked; only one within the scope is written down. */
  readonly place: string | null;
}

/** What work gives back: the outcome, and for the audit why it was asked, where a purpose is. */
export interface Done<Value> {
  readonly value: Value;
  readonly reason: string | null;
}

const FIND_TEAMS = `
  SELECT team_id AS "teamId", team_code AS "teamCode", team_name AS "teamName", valid_from::text AS "validFrom", valid_to::text AS "validTo",
         region_code AS "regionCode", region_name AS "regionName", organisation_code AS "organisationCode", organisation.name AS "organisationName", unit_id AS "unitId", unit_code AS "unitCode", unit_name AS "unitName"
    FROM care.team_place JOIN intake.organisation USING (organisation_id) WHERE organisation_id = $1 AND organisation_code = $2 AND unit_code = ANY ($3) ORDER BY team_code`;

/** Where everything in care is done: rights first, then the work, and the audit in the same transaction. */
@Injectable()
export class CareDesk {
  constructor(
    @InjectDataSource('carer') private readonly source: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Does something for a viewer, with its line in the audit.
   *
   * @param work what it changes is taken back when it gives a fault.
   * @returns what the work gave; or a fault, and then nothing was changed but the line in the audit when rights were lacking.
   * @throws when the audit can't be written; then nothing was done or shown.
   */
  async serve<Value, Fault extends string>(
    viewer: CareViewer,
    deed: Deed,
    work: (work: CareWork) => Promise<Result<Done<Value>, Fault>>,
  ): Promise<Result<Value, Fault | RightsFault>> {
    return inTransaction(this.source, async (client) => {
      const teams = await findTeams(client, viewer);
      const note = this.noteOf(viewer, deed, teams);
      if (!mayDo(viewer.role, deed.operation)) {
        await this.audit.append(client, viewer.organisationId, { ...note, result: 'refused' });
        return failure('FORBIDDEN');
      }
      await client.query('SAVEPOINT before_work');
      const done = await work({ client, viewer, teams });
      if (!done.ok) {
        await client.query('ROLLBACK TO SAVEPOINT before_work');
        if (done.fault === 'NOT_FOUND') await this.audit.append(client, viewer.organisationId, { ...note, result: 'refused' });
        return done;
      }
      if (deed.isAudited) await this.audit.append(client, viewer.organisationId, { ...note, reason: done.value.reason, result: 'done' });
      return { ok: true, value: done.value.value };
    });
  }

  private noteOf({ userNumber, role, requestId }: CareViewer, { operation, place }: Deed, teams: readonly TeamPlace[]): Omit<AuditNote, 'result'> {
    const isOwn = teams.some(({ teamCode, unitCode }) => place === teamCode || place === unitCode);
    return { userNumber, role, deed: operation, unit: isOwn ? place : null, reason: null, requestId };
  }
}

async function findTeams(client: PoolClient, { organisationId, scope }: CareViewer): Promise<readonly TeamPlace[]> {
  if (scope === null) return [];
  const { rows } = await client.query<TeamPlace>(FIND_TEAMS, [organisationId, scope.organisation, scope.units]);
  return rows;
}

/** The unit with a code within the scope; null for one that is not there or not hers. */
export function findUnit(teams: readonly TeamPlace[], unitCode: string): Pick<TeamPlace, 'unitId' | 'unitCode' | 'unitName'> | null {
  return teams.find((team) => team.unitCode === unitCode) ?? null;
}

/** The team with a code within the scope; null for one that is not there or not hers. */
export function findTeam(teams: readonly TeamPlace[], teamCode: string): TeamPlace | null {
  return teams.find((team) => team.teamCode === teamCode) ?? null;
}

/** Work that was done without a purpose. */
export function done<Value>(value: Value): { readonly ok: true; readonly value: Done<Value> } {
  return { ok: true, value: { value, reason: null } };
}
