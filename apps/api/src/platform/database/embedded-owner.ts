import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { EmbeddedPostgres } from './embedded/embedded-postgres.js';

const OWNER = 'rolvast_owner';
const DATABASE = 'rolvast';

/**
 * Makes sure that an embedded server has the Rolvast database with an owner who is no superuser.
 *
 * @returns the owner's address. Its password is derived from the superuser's, which only the data folder holds.
 */
export async function embeddedOwnerUrl(server: EmbeddedPostgres): Promise<string> {
  const url = new URL(server.adminUrl(DATABASE));
  const password = createHmac('sha256', url.password).update(`rolvast owner ${OWNER}`).digest('hex');
  const admin = new pg.Client({ connectionString: server.adminUrl(), application_name: 'rolvast set-up' });
  await admin.connect();
  try {
    // Two processes may arrive together; the second waits here and finds everything done.
    await admin.query('SELECT pg_advisory_lock(7236452)');
    const { rows: roles } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (roles.length === 0) await admin.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD '${password}'`);
    const { rows: databases } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (databases.length === 0) await admin.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await admin.end();
  }
  url.username = OWNER;
  url.password = password;
  return url.toString();
}
