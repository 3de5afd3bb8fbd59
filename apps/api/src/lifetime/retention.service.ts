import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateInAmsterdam, failure, isoWeekOf, parseLocalDate, success, type LocalDate, type Result } from '@rolvast/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { unknownOrganisation, type UnknownOrganisationFault } from '../intake/organisation/unknown-organisation.js';
import { Clock } from '../platform/clock/clock.js';
import { holdForEnding, turnLifetime, type OpenImportsFault } from './hold-for-ending.js';
import * as sql from './retention.sql.js';

/** How long an organisation keeps what came in. */
export interface RetentionPolicy {
  /** Months after which a row loses its pseudonyms; at most 18. */
  readonly pseudonymMonths: number;
  /** Years after which a row goes; 2 to 10. */
  readonly rowYears: number;
}

/** What a run of the retention did, or would do. */
export interface RetentionReport extends RetentionPolicy {
  readonly organisation: string;
  readonly isDryRun: boolean;
  /** First day whose rows all have pseudonyms; earlier ones keep them while a ledger still needs them. */
  readonly linkedFrom: LocalDate;
  /** First day whose rows are still there. */
  readonly keptFrom: LocalDate;
  readonly reflectionsUnlinked: number;
  readonly sessionsUnlinked: number;
  readonly reflectionsDeleted: number;
  /** Sessions that a source delivered; those of the list in care, whoever entered them, go with their weeks as well. */
  readonly sessionsDeleted: number;
  readonly alertsUnlinked: number;
  readonly alertsDeleted: number;
}

export interface RetentionPolicyFault {
  readonly code: 'RETENTION_POLICY';
  readonly message: string;
}

interface PolicyRow extends RetentionPolicy {
  readonly code: string;
  readonly linkedFrom: string;
  readonly keptFrom: string;
}

/** Ends what was kept long enough: first the pseudonyms, later the rows. Closed blocks stay as they are. */
@Injectable()
export class RetentionService {
  constructor(
    @InjectDataSource('custodian') private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the retention of every organisation, or of one; each in a transaction of its own; it ends at the first that has
   * imports waiting to be merged.
   *
   * @param isDryRun does everything and then takes it back, so that the report is exact and nothing was changed.
   */
  async run(organisationCode: string | null, isDryRun: boolean): Promise<Result<readonly RetentionReport[], UnknownOrganisationFault | OpenImportsFault>> {
    const rows = await this.source.query<{ id: number }[]>('SELECT organisation_id AS id FROM intake.organisation WHERE $1::text IS NULL OR code = $1 ORDER BY code', [organisationCode]);
    if (rows.length === 0 && organisationCode !== null) return failure(unknownOrganisation(organisationCode));
    const reports: RetentionReport[] = [];
    for (const { id } of rows) {
      const ran = await this.runOne(id, isDryRun);
      if (!ran.ok) return ran;
      reports.push(ran.value);
    }
    return success(reports);
  }

  /** Changes how long an organisation keeps things; null leaves a part as it is. Nothing is deleted by it. */
  async setPolicy(organisationCode: string, pseudonymMonths: number | null, rowYears: number | null): Promise<Result<RetentionPolicy, RetentionPolicyFault | UnknownOrganisationFault>> {
    if (!isWithin(pseudonymMonths, 1, 18) || !isWithin(rowYears, 2, 10)) {
      return failure({ code: 'RETENTION_POLICY', message: 'Pseudonyms are kept 1 to 18 months, rows 2 to 10 years, in whole numbers. Nothing was changed.' });
    }
    const [organisation] = await this.source.query<{ id: number }[]>('SELECT organisation_id AS id FROM intake.organisation WHERE code = $1', [organisationCode]);
    if (organisation === undefined) return failure(unknownOrganisation(organisationCode));
    const [policy] = await this.source.query<RetentionPolicy[]>(sql.SAVE_POLICY, [organisation.id, pseudonymMonths, rowYears]);
    if (policy === undefined) throw new Error('the policy was not stored');
    return success(policy);
  }

  private async runOne(organisationId: number, isDryRun: boolean): Promise<Result<RetentionReport, OpenImportsFault>> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      const report = await this.apply(runner.manager, organisationId, isDryRun);
      if (report.ok && !isDryRun) await runner.commitTransaction();
      else await runner.rollbackTransaction();
      return report;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async apply(manager: EntityManager, organisationId: number, isDryRun: boolean): Promise<Result<RetentionReport, OpenImportsFault>> {
    const open = await holdForEnding(manager, organisationId);
    if (open !== null) return failure(open);
    const today = dateInAmsterdam(this.clock.now());
    const [policy] = await manager.query<PolicyRow[]>(sql.FIND_POLICY, [organisationId, today]);
    const linkedFrom = policy === undefined ? null : parseLocalDate(policy.linkedFrom);
    const keptFrom = policy === undefined ? null : parseLocalDate(policy.keptFrom);
    if (policy === undefined || linkedFrom === null || keptFrom === null) throw new Error('an organisation without a retention');
    const count = async (statement: string, ...days: readonly string[]): Promise<number> => {
      const [row] = await manager.query<{ count: number }[]>(statement, [organisationId, ...days]);
      return row?.count ?? 0;
    };
    // Rows that go altogether need not be unlinked first, and are counted once.
    const reflectionsDeleted = await count(sql.DELETE_REFLECTIONS, keptFrom);
    const sessionsDeleted = await count(sql.DELETE_SESSIONS, isoWeekOf(keptFrom));
    await count(sql.DELETE_LISTED_SESSIONS, isoWeekOf(keptFrom));
    const alertsDeleted = await count(sql.DELETE_ALERTS, keptFrom);
    await count(sql.DELETE_UNFETCHED_CODES, today);
    await manager.query(sql.GIVE_UP_LEDGERS, [organisationId, today]);
    const reflectionsUnlinked = await count(sql.UNLINK_REFLECTIONS, today, linkedFrom);
    const alertsUnlinked = await count(sql.UNLINK_ALERTS);
    const sessionsUnlinked = await count(sql.UNLINK_SESSIONS, isoWeekOf(linkedFrom));
    await manager.query(sql.SAVE_LINKED_FROM, [organisationId, linkedFrom]);
    await turnLifetime(manager, organisationId);
    const { code, pseudonymMonths, rowYears } = policy;
    return success({ organisation: code, isDryRun, pseudonymMonths, rowYears, linkedFrom, keptFrom, reflectionsUnlinked, sessionsUnlinked, reflectionsDeleted, sessionsDeleted, alertsUnlinked, alertsDeleted });
  }
}

function isWithin(value: number | null, from: number, to: number): boolean {
  return value === null || (Number.isInteger(value) && value >= from && value <= to);
}
