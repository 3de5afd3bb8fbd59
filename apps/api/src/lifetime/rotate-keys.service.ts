import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, success, type Result } from '@rolvast/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { keyMismatch, type KeyMismatchFault } from '../intake/organisation/load-organisation.service.js';
import { addRotation, type KeyFileFault, type MasterKey } from '../intake/pseudonymise/key-file.js';
import { MASTER_KEY } from '../intake/pseudonymise/master-key.token.js';
import { Pseudonymiser, type PseudonymPurpose } from '../intake/pseudonymise/pseudonymiser.js';
import { holdForEnding, openImports, type OpenImportsFault } from './hold-for-ending.js';
import * as sql from './rotate-keys.sql.js';

/** What a rotation did. */
export interface KeyRotation {
  /** Whether a new key was made, or a rotation that had been broken off was finished. */
  readonly isNew: boolean;
  /** How many rotations the key has been through now. */
  readonly rotations: number;
  /** Organisations whose pseudonyms were wrapped, by code. */
  readonly organisations: readonly string[];
}

export interface NothingToRotateFault {
  readonly code: 'NO_NEW_KEY';
  readonly message: string;
}

interface OrganisationKey {
  readonly id: number;
  readonly code: string;
  readonly fingerprint: Buffer;
}

const PURPOSES = Object.keys(sql.WRAPPED_COLUMNS).filter((name): name is PseudonymPurpose => Object.hasOwn(sql.WRAPPED_COLUMNS, name));

/** Rotates the pseudonym key: new = HMAC(new key, old), in place, without any reference. */
@Injectable()
export class RotateKeysService {
  constructor(
    @InjectDataSource('custodian') private readonly source: DataSource,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /**
   * Makes a new key and wraps every pseudonym in it, one transaction for each organisation; or finishes a rotation that
   * was broken off, without a new key. The new key is on the disk before the first row changes, so that a kill at any
   * moment leaves each organisation at the old or at the new key, and both are in the file.
   *
   * @param isKeyInFile whether the key lies in a file that may be written. From a variable only keys that were added to
   * it are wrapped in.
   */
  async rotate(isKeyInFile: boolean): Promise<Result<KeyRotation, KeyFileFault | KeyMismatchFault | NothingToRotateFault | OpenImportsFault>> {
    const organisations = await this.findOrganisations();
    const stranger = organisations.find(({ code, fingerprint }) => Pseudonymiser.of(this.masterKey, code, fingerprint) === null);
    if (stranger !== undefined) return failure(keyMismatch(stranger.code, this.masterKey.path));
    // Looked at before a key is added, and once more under the lock of each organisation.
    if (await this.hasOpenImports()) return failure(openImports());
    const isUnfinished = organisations.some(({ code, fingerprint }) => !new Pseudonymiser(this.masterKey, code).hasFingerprint(fingerprint));
    if (!isUnfinished && !isKeyInFile) return failure(noNewKey(this.masterKey.path));
    const added = isUnfinished ? success(this.masterKey) : await addRotation(this.masterKey);
    if (!added.ok) return added;
    const wrapped: string[] = [];
    for (const organisation of organisations) {
      const outcome = await this.wrapOrganisation(organisation, added.value);
      if (outcome === 'open-imports') return failure(openImports());
      if (outcome === 'wrapped') wrapped.push(organisation.code);
    }
    return success({ isNew: !isUnfinished, rotations: added.value.wraps?.length ?? 0, organisations: wrapped });
  }

  private findOrganisations(): Promise<OrganisationKey[]> {
    return this.source.query<OrganisationKey[]>('SELECT organisation_id AS id, code, key_fingerprint AS fingerprint FROM intake.organisation ORDER BY code');
  }

  private async hasOpenImports(): Promise<boolean> {
    const rows = await this.source.query<unknown[]>("SELECT 1 FROM intake.import_job WHERE state IN ('waiting', 'running') LIMIT 1");
    return rows.length > 0;
  }

  private wrapOrganisation({ id, code }: OrganisationKey, master: MasterKey): Promise<'wrapped' | 'up-to-date' | 'open-imports'> {
    return this.source.transaction(async (manager) => {
      if ((await holdForEnding(manager, id)) !== null) return 'open-imports';
      const [held] = await manager.query<{ fingerprint: Buffer }[]>('SELECT key_fingerprint AS fingerprint FROM intake.organisation WHERE organisation_id = $1', [id]);
      const before = held === undefined ? null : Pseudonymiser.of(master, code, held.fingerprint);
      const after = new Pseudonymiser(master, code);
      if (before === null || before.rotations === after.rotations) return 'up-to-date';
      await manager.query(sql.CREATE_WRAPPED);
      for (const purpose of PURPOSES) {
        for (const column of sql.WRAPPED_COLUMNS[purpose]) await gatherWrapped(manager, id, purpose, column, (value) => after.wrap(purpose, value, before.rotations));
      }
      await manager.query(sql.INDEX_WRAPPED);
      for (const purpose of PURPOSES) for (const column of sql.WRAPPED_COLUMNS[purpose]) await manager.query(sql.wrapColumn(column), [id, purpose]);
      await manager.query('UPDATE intake.organisation SET key_fingerprint = $2 WHERE organisation_id = $1', [id, after.fingerprint]);
      return 'wrapped';
    });
  }
}

/** Notes down the new value of every value of a column, a page at a time, so that memory does not grow with the table. */
async function gatherWrapped(manager: EntityManager, organisationId: number, purpose: PseudonymPurpose, column: sql.WrappedColumn, wrap: (value: Buffer) => Buffer): Promise<void> {
  await manager.query(sql.openValues(column), [organisationId]);
  for (;;) {
    const rows = await manager.query<{ value: Buffer }[]>(sql.FETCH_VALUES);
    if (rows.length === 0) break;
    const values = rows.map((row) => row.value);
    await manager.query(sql.INSERT_WRAPPED, [purpose, values, values.map(wrap)]);
  }
  await manager.query(sql.CLOSE_VALUES);
}

function noNewKey(place: string): NothingToRotateFault {
  return { code: 'NO_NEW_KEY', message: `${place} holds no key that is not in use already. Add a new one at its end, after a comma, and run this again. Nothing was changed.` };
}
