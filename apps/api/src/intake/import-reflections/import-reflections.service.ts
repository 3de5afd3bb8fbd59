import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateInAmsterdam, failure, success, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { errorCodeOf } from '../../platform/errors/error-code.js';
import { ImportJobStore, stagingTableOf, type NewJob, type WayIn } from '../import-jobs/import-job.store.js';
import { keyMismatch } from '../organisation/load-organisation.service.js';
import { OrganisationStore, type StoredOrganisation } from '../organisation/organisation.store.js';
import type { MasterKey } from '../pseudonymise/key-file.js';
import { MASTER_KEY } from '../pseudonymise/master-key.token.js';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { ReflectionStore, type CopyPiece } from '../reflection-store/reflection.store.js';
import { csvRows } from './csv-rows.js';
import { DeliveryRows, RefusedAsStrict } from './delivery-rows.js';
import { keyChanged, rowsRefused, unknownOrganisation, type ImportFault } from './import-fault.js';
import { MAX_REJECTIONS, reportOf, reportOfNothing, type ImportReport, type Received } from './import-report.js';
import { fileMissing, FileRefused } from './reflections-file.js';
import type { RowReader } from './row-reader.js';

/** What somebody delivers, and how it is to be taken. */
export interface Delivery {
  readonly organisationCode: string;
  readonly reader: RowReader;
  readonly wayIn: WayIn;
  /** The importer token that delivers; null on this machine. */
  readonly tokenId: string | null;
  /** Whether one bad row refuses all of it. */
  readonly isStrict: boolean;
}

export interface FileOptions {
  readonly isStrict?: boolean;
  readonly isDryRun?: boolean;
  readonly wayIn?: WayIn;
}

/** A delivery that is stored and will be merged. */
export interface ReceivedDelivery {
  readonly jobId: string;
  readonly received: Received;
}

/** Thrown to end the transaction of a delivery that turned out not to be acceptable. */
class DeliveryRefused extends Error {
  constructor(readonly fault: ImportFault) {
    super(fault.message);
  }
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
    private readonly clock: Clock,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /**
   * Takes a delivery in at its own pace and leaves it to be merged: after this it is safe, whatever dies.
   *
   * @param bytes whatever they throw is thrown on, and nothing was stored.
   * @returns the job; or a fault, and then nothing was stored.
   */
  receive(delivery: Delivery, bytes: AsyncIterable<Uint8Array>): Promise<Result<ReceivedDelivery, ImportFault>> {
    return this.refusalsAsFaults(async () => {
      const { organisation, rows } = await this.open(delivery);
      const jobId = randomUUID();
      return inTransaction(this.source, async (client) => {
        const counted = new CountedPieces(rows.pieces(bytes));
        await this.reflections.stage(client, stagingTableOf(jobId), counted.bytes());
        await this.checkKeyOf(client, organisation);
        await this.jobs.addWaiting(client, this.jobOf(delivery, organisation, jobId, counted.rows, rows.received()));
        return { jobId, received: rows.received() };
      });
    });
  }

  /**
   * Takes a delivery in and merges it in the same transaction, piece by piece while it is read.
   *
   * It keeps other imports of the organisation waiting, so it is for bytes that are at hand, not for a slow line.
   *
   * @param isDryRun whether to find out what would happen and store nothing, no job either.
   * @returns the report; or a fault, and then nothing was stored.
   */
  importNow(delivery: Delivery, bytes: AsyncIterable<Uint8Array>, isDryRun = false): Promise<Result<ImportReport, ImportFault>> {
    return this.refusalsAsFaults(async () => {
      const { organisation, rows } = await this.open(delivery);
      const work = async (client: PoolClient): Promise<ImportReport> => {
        await client.query(SLOW_INPUT);
        await this.reflections.lockOrganisation(client, organisation.organisationId);
        await this.checkKeyOf(client, organisation);
        const counted = new CountedPieces(rows.pieces(bytes));
        const merged = await this.reflections.mergeInPassing(client, organisation.organisationId, counted.pieces(), MAX_REJECTIONS);
        const report = reportOf(rows.received(), merged);
        if (delivery.isStrict && report.rejected > 0) throw new DeliveryRefused(rowsRefused(reportOfNothing(report)));
        const job = this.jobOf(delivery, organisation, randomUUID(), counted.rows, rows.received());
        await this.jobs.addDone(client, job, report, this.clock.now());
        return report;
      };
      return inTransaction(this.source, work, () => !isDryRun);
    });
  }

  /** {@link importNow} for a file of this machine. */
  importFile(path: string, organisationCode: string, { isStrict = false, isDryRun = false, wayIn = 'command' }: FileOptions = {}): Promise<Result<ImportReport, ImportFault>> {
    return this.importNow({ organisationCode, reader: csvRows, wayIn, tokenId: null, isStrict }, bytesOfFile(path), isDryRun);
  }

  private async open({ organisationCode, reader, isStrict }: Delivery): Promise<OpenedDelivery> {
    const organisation = await this.organisations.findOrganisation(organisationCode);
    if (organisation === null) throw new DeliveryRefused(unknownOrganisation(organisationCode));
    const pseudonymiser = new Pseudonymiser(this.masterKey, organisation.code);
    if (!pseudonymiser.hasFingerprint(organisation.keyFingerprint)) throw new DeliveryRefused(keyMismatch(organisation.code, this.masterKey.path));
    const teamIds = await this.organisations.findTeamIds(organisation.organisationId);
    return { organisation, rows: new DeliveryRows(reader, { teamIds, pseudonymiser, today: dateInAmsterdam(this.clock.now()), isStrict }) };
  }

  /** Holds the key still until the transaction ends, and makes sure that it is the one that made the pseudonyms. */
  private async checkKeyOf(client: PoolClient, { organisationId, keyFingerprint }: StoredOrganisation): Promise<void> {
    const { rows } = await client.query<{ fingerprint: Buffer }>(
      'SELECT key_fingerprint AS fingerprint FROM intake.organisation WHERE organisation_id = $1 FOR SHARE',
      [organisationId],
    );
    if (rows[0]?.fingerprint.equals(keyFingerprint) !== true) throw new DeliveryRefused(keyChanged());
  }

  private jobOf({ wayIn, tokenId, isStrict }: Delivery, { organisationId }: StoredOrganisation, jobId: string, stagedRows: number, received: Received): NewJob {
    return { organisationId, jobId, wayIn, tokenId, isStrict, stagedRows, received, receivedAt: this.clock.now() };
  }

  private async refusalsAsFaults<Value>(work: () => Promise<Value>): Promise<Result<Value, ImportFault>> {
    try {
      return success(await work());
    } catch (error) {
      if (error instanceof FileRefused || error instanceof DeliveryRefused) return failure(error.fault);
      if (error instanceof RefusedAsStrict) return failure(rowsRefused(reportOfNothing(error.received)));
      throw error;
    }
  }
}

/** Standard input may be slow: the pause between two pieces is no reason to end the transaction at once. */
const SLOW_INPUT = "SET LOCAL idle_in_transaction_session_timeout = '10min'";

/** The bytes of a file. @throws FileRefused when it can't be read: no such file, a folder, or no right to. */
async function* bytesOfFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    if (UNREADABLE.has(errorCodeOf(error))) throw new FileRefused(fileMissing(path));
    throw error;
  }
}

const UNREADABLE = new Set(['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR']);

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
