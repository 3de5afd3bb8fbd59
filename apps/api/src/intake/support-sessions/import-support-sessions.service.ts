import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateInAmsterdam, keepOfSupportSession, parseSupportSession, type DeliveryRules, type LocalDate, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { DeliveryRefused, openOrganisation, refusalsAsFaults, type DeliveryTerms, type OpenedOrganisation } from '../import-jobs/delivery.js';
import { ImportJobStore } from '../import-jobs/import-job.store.js';
import { keepingRefusal } from '../import-jobs/keep-refusal.js';
import { rowsRefused, type ImportFault } from '../import-reflections/import-fault.js';
import { CONFLICT_OF_SESSIONS, MAX_REJECTIONS, reportOf, reportOfNothing, type ImportReport, type Received, type Rejection } from '../import-reflections/import-report.js';
import { holdOrganisation } from '../organisation/hold-organisation.js';
import { OrganisationStore } from '../organisation/organisation.store.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import type { SourceFile } from '../source-file/source-file.js';
import { withRowFaults, type SourceRow } from '../source-file/source-row.js';
import { SupportSessionStore, type StagedSupportSession } from './support-session.store.js';

/** What became of a file of support sessions: its job, and the report, in which nothing is ever withdrawn. */
export interface ImportedSupportSessions {
  readonly jobId: string;
  readonly report: ImportReport;
}

/** Brings a file of support sessions in: of every good row what may be kept is stored, every bad one is reported. */
@Injectable()
export class ImportSupportSessionsService {
  constructor(
    @InjectDataSource('intake-writer') private readonly source: DataSource,
    private readonly organisations: OrganisationStore,
    private readonly sessions: SupportSessionStore,
    private readonly jobs: ImportJobStore,
    private readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /**
   * Stores the sessions of a file and the report of it, in one transaction.
   *
   * @param isDryRun whether to find out what would happen and store nothing, no job either.
   * @returns the report; or a fault, and then nothing was stored but the report of a strict file.
   */
  importOpened(terms: DeliveryTerms, file: SourceFile, isDryRun = false): Promise<Result<ImportedSupportSessions, ImportFault>> {
    return refusalsAsFaults(async () => {
      const opened = await openOrganisation(this.organisations, this.masterKey, terms.organisationCode);
      const { organisation } = opened;
      const intake = new SessionIntake(file, opened, dateInAmsterdam(this.clock.now()));
      const { wayIn, tokenId, isStrict } = terms;
      const jobId = randomUUID();
      const job = { organisationId: organisation.organisationId, jobId, kind: 'support-sessions', wayIn, tokenId, isStrict, receivedAt: this.clock.now() } as const;
      const work = async (client: PoolClient): Promise<ImportedSupportSessions> => {
        await holdOrganisation(client, organisation);
        const merged = await this.sessions.merge(client, organisation.organisationId, intake.sessions());
        const received = intake.received();
        const report = reportOf(received, { ...merged, withdrawn: 0, conflicting: merged.conflictingLines.length }, CONFLICT_OF_SESSIONS);
        if (isStrict && report.rejected > 0) throw new DeliveryRefused(rowsRefused(reportOfNothing(report)));
        await this.jobs.addDone(client, { ...job, stagedRows: received.read - received.rejected, received }, report, this.clock.now());
        return { jobId, report };
      };
      if (isDryRun) return inTransaction(this.source, work, () => false);
      return keepingRefusal(this.jobs, job, () => this.clock.now(), () => inTransaction(this.source, work));
    });
  }
}

/** One file on its way in: counts, rejects, and hands on sessions without their references. */
class SessionIntake {
  private read = 0;
  private rejected = 0;
  private readonly rejections: Rejection[] = [];
  private readonly rules: DeliveryRules;

  constructor(
    private readonly file: SourceFile,
    private readonly opened: OpenedOrganisation,
    private readonly today: LocalDate,
  ) {
    this.rules = { hasOwnNumbering: file.settings.hasOwnNumbering, linkedFrom: opened.organisation.linkedFrom, teams: opened.teamIds };
  }

  async *sessions(): AsyncGenerator<StagedSupportSession, void> {
    for await (const rows of this.file.batches()) {
      for (const row of rows) {
        const session = this.sessionOf(row);
        if (session !== null) yield session;
      }
    }
  }

  received(): Received {
    return { read: this.read, rejected: this.rejected, rejections: this.rejections };
  }

  private sessionOf({ line, cells, faults }: SourceRow): StagedSupportSession | null {
    this.read += 1;
    const parsed = withRowFaults(parseSupportSession(cells, this.today, this.rules), faults);
    if (!parsed.ok) return this.reject(parsed.fault.map(({ column, code, expected }) => ({ line, column, rule: code, expected })));
    const teamId = this.opened.teamIds.get(parsed.value.teamCode);
    if (teamId === undefined) throw new Error('a row of a team that is not there was not refused');
    return { line, teamId, pseudonym: this.opened.pseudonymiser.pseudonymOf('session', parsed.value.reference), ...keepOfSupportSession(parsed.value) };
  }

  private reject(found: readonly Rejection[]): null {
    this.rejected += 1;
    this.rejections.push(...found.slice(0, MAX_REJECTIONS - this.rejections.length));
    return null;
  }
}
