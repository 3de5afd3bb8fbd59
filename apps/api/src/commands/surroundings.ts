import { fileURLToPath } from 'node:url';
import { failure, success, type Result } from '@rolvast/domain';
import { readConfig, type Config } from '../config/config.js';
import { hasOrganisations } from '../intake/organisation/has-organisations.js';
import { readKey } from '../intake/pseudonymise/key-file.js';
import { openDatabase, type OpenDatabase } from '../platform/database/open-database.js';
import { createLogger } from '../platform/logging/logger.js';
import type { Surroundings } from '../surroundings.js';

/** Everything a command stands on; close it when done. */
export interface OpenSurroundings extends Surroundings {
  readonly config: Config;
  readonly database: OpenDatabase;
}

/** A fault that was put into one line for the person at the keyboard. */
export interface LineFault {
  readonly code: string;
  readonly message: string;
}

/** The folder of the working copy: builds lie in apps/api/dist/commands. */
export const WORKING_COPY = fileURLToPath(new URL('../../../../', import.meta.url));

/** The configuration of this process. */
export function configOfProcess(): Result<Config, LineFault> {
  return readConfig(process.env, WORKING_COPY);
}

/** Opens database and key. On a fault nothing is left running. */
export async function openSurroundings(config: Config, onProgress: (line: string) => void): Promise<Result<OpenSurroundings, LineFault>> {
  const database = await openDatabase(config, onProgress);
  if (!database.ok) return database;
  const masterKey = await readKeyOr(() => database.value.close(), config, database.value);
  if (!masterKey.ok) return failure(masterKey.fault);
  return success({
    config,
    database: database.value,
    address: database.value.address,
    masterKey: masterKey.value,
    logger: createLogger(config.logLevel),
    isProduction: config.nodeEnvironment === 'production',
  });
}

/** Reads the key; lets go of the database when that fails in any way. */
async function readKeyOr(letGo: () => Promise<void>, config: Config, database: OpenDatabase): ReturnType<typeof readKey> {
  try {
    const masterKey = await readKey(config.pseudonymKey, await mayMakeKey(config, database));
    if (!masterKey.ok) await letGo();
    return masterKey;
  } catch (error) {
    await letGo();
    throw error;
  }
}

/** A key is made by itself for a database of our own, or for trying things, and only while nothing was made with another one. */
async function mayMakeKey({ nodeEnvironment }: Config, { kind, address }: OpenDatabase): Promise<boolean> {
  if (kind === 'external' && nodeEnvironment === 'production') return false;
  return !(await hasOrganisations(address.roles['intake-writer']));
}
