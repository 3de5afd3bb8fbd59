import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedOwnerUrl } from '../platform/database/embedded-owner.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.js';
import { databaseAddress } from '../platform/database/database-roles.js';
import { migrate } from '../platform/database/migrate.js';

/** What a test needs to know to make a database of its own. */
export interface TestCluster {
  readonly adminUrl: string;
  readonly ownerUrl: string;
}

/**
 * Starts a throw-away PostgreSQL with one migrated database, from which every suite clones its own.
 *
 * @returns where it is, and how to end it; the folder goes with it.
 */
export async function startTestCluster(): Promise<{ readonly cluster: TestCluster; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rolvast-test-'));
  await chmod(folder, 0o755);
  const started = await startEmbeddedPostgres({
    dataFolder: folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  if (!started.ok) throw new Error(started.fault.message);
  const server = started.value;
  const ownerUrl = await embeddedOwnerUrl(server);
  const secret = new URL(ownerUrl).password;
  const migrated = await migrate(databaseAddress(ownerUrl, secret), secret);
  if (!migrated.ok) throw new Error(migrated.fault.message);
  return {
    cluster: { adminUrl: server.adminUrl(), ownerUrl },
    stop: async () => {
      await server.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
