import { failure, success, type Result } from '@rolvast/domain';
import pg from 'pg';
import { databaseAddress, type DatabaseAddress } from './database-roles.js';
import { errorLineOf } from '../errors/error-code.js';
import type { DatabaseFault } from './database-fault.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';
import { embeddedOwnerUrl } from './embedded-owner.js';

/** A database that is reachable, migrated, and whose roles can log in. */
export interface OpenDatabase {
  readonly address: DatabaseAddress;
  readonly kind: 'embedded' | 'external';
  /** Names of the migrations that ran while opening. */
  readonly migrated: readonly string[];
  /** Lets go of it: an embedded server stops with its last user. Idempotent. */
  close(): Promise<void>;
}

interface DatabaseChoice {
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
}

const OLDEST_MAJOR_VERSION = 15;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Opens the external database of DATABASE_URL, or starts (or joins) the embedded one.
 *
 * @param onProgress gets a line whenever something takes noticeable time.
 * @returns a database ready for use, or a fault with one line that says what to do. On a fault nothing is left running.
 */
export async function openDatabase(
  choice: DatabaseChoice,
  onProgress: (line: string) => void = () => undefined,
): Promise<Result<OpenDatabase, DatabaseFault>> {
  return choice.databaseUrl === null ? openEmbedded(choice.dataFolder, onProgress) : openExternal(choice.databaseUrl);
}

async function openExternal(url: string): Promise<Result<OpenDatabase, DatabaseFault>> {
  const fault = await checkServer(url);
  if (fault !== null) return failure(fault);
  return migrated(url, decodeURIComponent(new URL(url).password), 'external', () => Promise.resolve());
}

async function openEmbedded(dataFolder: string, onProgress: (line: string) => void): Promise<Result<OpenDatabase, DatabaseFault>> {
  const started = await startEmbeddedPostgres({ dataFolder, onProgress });
  if (!started.ok) return failure({ code: 'EMBEDDED_DATABASE', message: started.fault.message });
  try {
    const url = await embeddedOwnerUrl(started.value);
    const opened = await migrated(url, new URL(url).password, 'embedded', () => started.value.release());
    if (!opened.ok) await started.value.release();
    return opened;
  } catch (error) {
    await started.value.release();
    throw error;
  }
}

async function migrated(
  ownerUrl: string,
  secret: string,
  kind: OpenDatabase['kind'],
  close: () => Promise<void>,
): Promise<Result<OpenDatabase, DatabaseFault>> {
  const address = databaseAddress(ownerUrl, secret);
  const done = await migrate(address, secret);
  return done.ok ? success({ address, kind, migrated: done.value, close }) : done;
}

async function checkServer(url: string): Promise<DatabaseFault | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, application_name: 'rolvast check' });
  // A connection that breaks between two queries must not end the process: the query that follows reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>("SELECT current_setting('server_version_num') AS number");
    const major = Math.floor(Number(rows[0]?.number ?? 0) / 10_000);
    if (major >= OLDEST_MAJOR_VERSION) return null;
    return {
      code: 'DATABASE_TOO_OLD',
      message: `DATABASE_URL points at PostgreSQL ${major}; Rolvast needs ${OLDEST_MAJOR_VERSION} or newer. Upgrade the server, or leave DATABASE_URL empty to use the embedded one.`,
    };
  } catch (error) {
    return unreachable(url, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function unreachable(url: string, error: unknown): DatabaseFault {
  const { host, pathname } = new URL(url);
  return {
    code: 'DATABASE_UNREACHABLE',
    message: `The database of DATABASE_URL (${host}${pathname}) can't be reached: ${errorLineOf(error)}. Check host, port, user and password, or leave DATABASE_URL empty to use the embedded one.`,
  };
}
