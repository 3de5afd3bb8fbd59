import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateInAmsterdam, type PitfallCatalogue, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { errorCodeOf } from '../../platform/errors/error-code.js';
import { DeliveryRefused, openOrganisation, refusalsAsFaults, type DeliveryTerms, type ReceivedDelivery } from '../import-jobs/delivery.js';
import { ImportJobStore, stagingTableOf } from '../import-jobs/import-job.store.js';
import { keepingRefusal, type AnnouncedJob } from '../import-jobs/keep-refusal.js';
import { holdOrganisation } from '../organisation/hold-organisation.js';
import { OrganisationStore, type StoredOrganisation } from '../organisation/organisation.store.js';
import { AlertOutbox } from '../outbox/alert-outbox.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import { ReflectionStore, type CopyPiece } from '../reflection-store/reflection.store.js';
import { DeliveryRows } from './delivery-rows.js';
import { organisationBusy, rowsRefused, type ImportFault } from './import-fault.js';
import { MAX_REJECTIONS, reportOf, reportOfNothing, type ImportReport } from './import-report.js';
import { IMPORT_PITFALLS } from './pitfalls.token.js';
import type { RowReader } from './row-reader.js';

/** Reflections that somebody delivers. */
export interface Delivery extends DeliveryTerms {
  readonly reader: RowReader;
  /** How long it may wait for another import of the organisation; as long as it takes when left out. */
  readonly patienceMs?: number;
  /** The number the job is to have; a new one when left out. */
  readonly jobId?: string;
}

interface OpenedDelivery {
  readonly organisation: StoredOrganisation;
  readonly rows: DeliveryRows;
}

/** Brings deliveries of reflections in: every good row is pseudonymised at the door and stored, every bad one is reported. */
@Injectable()
export class ImportReflectionsService {
  constructor(
    @InjectDataSource('intake-writer') private readonly source: DataSource,
    private readonly organisations: OrganisationStore,
    private readonly reflections: ReflectionStore,
    private readonly jobs: ImportJobStore,
    private readonly alerts: AlertOutbox,
    private readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(IMPORT_PITFALLS) private readonly pitfalls: PitfallCatalogue,
  ) {}

  /**
   * Takes a delivery in at its own pace and leaves it to be merged: after this it is safe, whatever dies.
   *
   * @returns the job; or a fault, and then nothing was stored but the report of a strict delivery. What else the reader throws is thrown on, and nothing was
   * stored either.
   */
  receive(delivery: Delivery): Promise<Result<ReceivedDelivery, ImportFault>> {
    return refusalsAsFaults(async () => {
      const { organisation, rows } = await this.open(delivery);
      const job = this.jobOf(delivery, organisation);
      const { jobId } = job;
      const work = async (client: PoolClient): Promise<ReceivedDelivery> => {
        const counted = new CountedPieces(rows.pieces());
        await this.reflections.stage(client, stagingTableOf(jobId), counted.bytes());
        await holdOrganisation(client, organisation);
        await this.jobs.addWaiting(client, { ...job, stagedRows: counted.rows, received: rows.received() });
        return { jobId, state: 'waiting', received: rows.received() };
      };
      return this.keepingRefusal(job, () => inTransaction(this.source, work));
    });
  }

  /**
   * Takes a delivery in and merges it in the same transaction, piece by piece while it is read.
   *
   * It keeps other imports of the organisation waiting, so it is for bytes that are at hand, not for a slow line.
   *
   * @param isDryRun whether to find out what would happen and store nothing, no job either.
   * @returns the report; or a fault, and then nothing was stored but the report of a strict delivery.
   */
  importNow(delivery: Delivery, isDryRun = false): Promise<Result<ImportReport, ImportFault>> {
    return refusalsAsFaults(async () => {
      const { organisation, rows } = await this.open(delivery);
      const job = this.jobOf(delivery, organisation);
      const work = async (client: PoolClient): Promise<ImportReport> => {
        await client.query(SLOW_INPUT);
        await this.lock(client, organisation.organisationId, delivery.patienceMs ?? null);
        await holdOrganisation(client, organisation);
        const counted = new CountedPieces(rows.pieces());
        const merged = await this.reflections.mergeInPassing(client, organisation.organisationId, counted.pieces(), MAX_REJECTIONS);
        const report = reportOf(rows.received(), merged);
        if (delivery.isStrict && report.rejected > 0) throw new DeliveryRefused(rowsRefused(reportOfNothing(report)));
        await this.jobs.addDone(client, { ...job, stagedRows: counted.rows, received: rows.received() }, report, this.clock.now());
        await this.alerts.putOut(client, job);
        return report;
      };
      return isDryRun ? inTransaction(this.source, work, () => false) : this.keepingRefusal(job, () => inTransaction(this.source, work));
    });
  }

  private async open({ organisationCode, reader, isStrict }: Delivery): Promise<OpenedDelivery> {
    const { organisation, pseudonymiser, teamIds } = await openOrganisation(this.organisations, this.masterKey, organisationCode);
    const batches = reader({ today: dateInAmsterdam(this.clock.now()), pitfalls: this.pitfalls, linkedFrom: organisation.linkedFrom, teams: teamIds });
    return { organisation, rows: new DeliveryRows(batches, { teamIds, pseudonymiser, isStrict }) };
  }

  /** @throws DeliveryRefused when another import takes longer than the patience of this one. */
  private async lock(client: PoolClient, organisationId: number, patienceMs: number | null): Promise<void> {
    if (patienceMs !== null) await client.query(`SET LOCAL lock_timeout = ${patienceMs}`);
    try {
      await this.reflections.lockOrganisation(client, organisationId);
    } catch (error) {
      if (errorCodeOf(error) === LOCK_NOT_AVAILABLE) throw new DeliveryRefused(organisationBusy());
      throw error;
    }
  }

  private jobOf({ wayIn, tokenId, isStrict, jobId }: Delivery, { organisationId }: StoredOrganisation): AnnouncedJob {
    return { organisationId, jobId: jobId ?? randomUUID(), kind: 'reflections', wayIn, tokenId, isStrict, receivedAt: this.clock.now() };
  }

  private keepingRefusal<Outcome>(job: AnnouncedJob, work: () => Promise<Outcome>): Promise<Outcome> {
    return keepingRefusal(this.jobs, job, () => this.clock.now(), work);
  }
}

const LOCK_NOT_AVAILABLE = '55P03';

/** Standard input may be slow: the pause between two pieces is no reason to end the transaction at once. */
const SLOW_INPUT = "SET LOCAL idle_in_transaction_session_timeout = '10min'";

/** Counts the rows that pass. */
class CountedPieces {
  rows = 0;

  constructor(private readonly source: AsyncIterable<CopyPiece>) {}

  async *pieces(): AsyncGenerator<CopyPiece> {
    for await (const piece of this.source) {
      this.rows += piece.rows;
      yield piece;
    }
  }

  async *bytes(): AsyncGenerator<Buffer> {
    for await (const { bytes } of this.pieces()) yield bytes;
  }
}
