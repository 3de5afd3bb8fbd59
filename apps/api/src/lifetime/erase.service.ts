import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, normaliseReference, parseLocalDate, success, type LocalDate, type Result } from '@rolvast/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { keyMismatch, type KeyMismatchFault } from '../intake/organisation/load-organisation.service.js';
import { unknownOrganisation, type UnknownOrganisationFault } from '../intake/organisation/unknown-organisation.js';
import type { MasterKey } from '../intake/pseudonymise/key-file.js';
import { MASTER_KEY } from '../intake/pseudonymise/master-key.token.js';
import { Pseudonymiser } from '../intake/pseudonymise/pseudonymiser.js';
import { holdForEnding, turnLifetime, type OpenImportsFault } from './hold-for-ending.js';
import { eraseAlertsBy, eraseBy, eraseStepsBy, eraseWaitingBy, holdAlertsBy } from './retention.sql.js';

export const ERASED_KINDS = ['case', 'professional', 'reflection'] as const;

/** Whose rows are erased. */
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** What an erasure did, or would do. The reference is no part of it. */
export interface Erasure {
  readonly organisation: string;
  readonly kind: ErasedKind;
  readonly isDryRun: boolean;
  readonly reflectionsRemoved: number;
  /** Alerts that went with their reflection. */
  readonly alertsRemoved: number;
  /**
   * First day whose rows can be found by a reference; null when all of them can. Rows before it have no pseudonyms any
   * more: they can be linked with nobody, and so can't be erased by reference either.
   */
  readonly linkedFrom: LocalDate | null;
}

export interface NoReferenceFault {
  readonly code: 'NO_REFERENCE';
  readonly message: string;
}

const ERASED_COLUMNS = {
  case: { purpose: 'case', column: 'case_pseudonym' },
  professional: { purpose: 'contributor', column: 'contributor_pseudonym' },
  reflection: { purpose: 'reflection', column: 'reflection_pseudonym' },
} as const;

export type EraseFault = UnknownOrganisationFault | KeyMismatchFault | NoReferenceFault | OpenImportsFault;

interface ErasedOrganisation {
  readonly id: number;
  readonly fingerprint: Buffer;
  readonly linkedFrom: string | null;
}

/** Erases what is stored about one case, one professional or one reflection, by the reference of the source system. */
@Injectable()
export class EraseService {
  constructor(
    @InjectDataSource('custodian') private readonly source: DataSource,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /**
   * Removes the rows. Closed blocks stay as they are: nothing published is recomputed, and a block tells of nobody.
   *
   * @param reference as the source system has it, in any spelling that an import would take for the same.
   */
  async erase(organisationCode: string, kind: ErasedKind, reference: string, isDryRun: boolean): Promise<Result<Erasure, EraseFault>> {
    const normalised = normaliseReference(reference);
    if (normalised === '') return failure({ code: 'NO_REFERENCE', message: 'There is no reference to erase by. Give it on standard input, one line. Nothing was changed.' });
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      const erased = await this.eraseIn(runner.manager, organisationCode, kind, normalised, isDryRun);
      if (erased.ok && !isDryRun) await runner.commitTransaction();
      else await runner.rollbackTransaction();
      return erased;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async eraseIn(manager: EntityManager, code: string, kind: ErasedKind, reference: string, isDryRun: boolean): Promise<Result<Erasure, EraseFault>> {
    const [organisation] = await manager.query<ErasedOrganisation[]>(
      `SELECT organisation_id AS id, key_fingerprint AS fingerprint, linked_from::text AS "linkedFrom"
         FROM intake.organisation LEFT JOIN intake.retention USING (organisation_id) WHERE code = $1`,
      [code],
    );
    if (organisation === undefined) return failure(unknownOrganisation(code));
    const open = await holdForEnding(manager, organisation.id);
    if (open !== null) return failure(open);
    const pseudonymiser = Pseudonymiser.of(this.masterKey, code, organisation.fingerprint);
    if (pseudonymiser === null) return failure(keyMismatch(code, this.masterKey.path));
    const { purpose, column } = ERASED_COLUMNS[kind];
    const erased = [organisation.id, pseudonymiser.pseudonymOf(purpose, reference)];
    await manager.query(eraseWaitingBy(column), erased);
    for (const statement of [holdAlertsBy(column), eraseStepsBy(column)]) await manager.query(statement, erased);
    const [alerts] = await manager.query<{ count: number }[]>(eraseAlertsBy(column), erased);
    const [row] = await manager.query<{ count: number }[]>(eraseBy(column), erased);
    await turnLifetime(manager, organisation.id);
    const linkedFrom = organisation.linkedFrom === null ? null : parseLocalDate(organisation.linkedFrom);
    return success({ organisation: code, kind, isDryRun, reflectionsRemoved: row?.count ?? 0, alertsRemoved: alerts?.count ?? 0, linkedFrom });
  }
}
