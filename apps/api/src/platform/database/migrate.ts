import { failure, success, type Result } from '@rolvast/domain';
import { MIGRATIONS } from '@rolvast/migrations';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { DATABASE_ROLES, ROLE_NAMES, rolePassword, type DatabaseAddress, type DatabaseRole } from './database-roles.js';
import { errorCodeOf, errorLineOf } from '../errors/error-code.js';
import type { DatabaseFault } from './database-fault.js';

/** One process at a time migrates a database; the number is arbitrary but fixed. */
const MIGRATION_LOCK = 7_236_451;
const MIGRATION_TABLE = 'rolvast_migration';

/** A data source for the owner, with every migration. The caller initialises and destroys it. */
export function ownerDataSource(ownerUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    applicationName: 'rolvast owner',
  });
}

/**
 * Brings the database to the state this version needs, and lets its roles log in.
 *
 * @param secret what the passwords of the roles are derived from.
 * @returns the names of the migrations that ran; or a fault when the database was made by a newer version
 * or its owner may not create roles. Waits while another process migrates.
 */
export async function migrate(address: DatabaseAddress, secret: string): Promise<Result<readonly string[], DatabaseFault>> {
  const lock = new pg.Client({ connectionString: address.owner, application_name: 'rolvast migration lock' });
  const source = ownerDataSource(address.owner);
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.initialize();
    const unknown = await findUnknownMigration(source);
    if (unknown !== null) return failure(newerDatabase(unknown));
    if (!(await mayMakeRoles(lock))) return failure(notAllowed('it may not create roles'));
    const done = await source.runMigrations();
    const roleFault = await letRolesLogIn(lock, address, secret);
    if (roleFault !== null) return failure(roleFault);
    return success(done.map((migration) => migration.name));
  } catch (error) {
    // insufficient_privilege: the one failure that an administrator can mend without a new version.
    if (errorCodeOf(error) === '42501') return failure(notAllowed(errorLineOf(error)));
    throw error;
  } finally {
    if (source.isInitialized) await source.destroy();
    await lock.end();
  }
}

/** Asked before anything is written: a user who may not make the missing logins would get stuck half-way. */
async function mayMakeRoles(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ may: boolean }>(
    `SELECT rolsuper OR rolcreaterole OR (SELECT count(*) FROM pg_roles WHERE rolname = ANY ($1)) = cardinality($1) AS may
       FROM pg_roles WHERE rolname = current_user`,
    [Object.values(ROLE_NAMES)],
  );
  return rows[0]?.may ?? false;
}

async function findUnknownMigration(source: DataSource): Promise<string | null> {
  const [table] = await source.query<{ name: string | null }[]>('SELECT to_regclass($1)::text AS name', [`public.${MIGRATION_TABLE}`]);
  if (!table?.name) return null;
  const applied = await source.query<{ name: string }[]>(`SELECT name FROM public.${MIGRATION_TABLE} ORDER BY id`);
  const known = new Set(MIGRATIONS.map((migration) => migration.name));
  return applied.find(({ name }) => !known.has(name))?.name ?? null;
}

async function letRolesLogIn(owner: pg.Client, address: DatabaseAddress, secret: string): Promise<DatabaseFault | null> {
  for (const role of DATABASE_ROLES) {
    if (await mayLogIn(address.roles[role])) continue;
    // ALTER ROLE takes no parameters; the password is made of hexadecimal digits only.
    try {
      await owner.query(`ALTER ROLE ${ROLE_NAMES[role]} LOGIN PASSWORD '${rolePassword(secret, role)}'`);
    } catch (error) {
      if (errorCodeOf(error) === '42501') return rolesOfAnother(role);
      throw error;
    }
  }
  return null;
}

async function mayLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'rolvast role check' });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // invalid_password and invalid_authorization_specification: the login is there, its password is another.
    if (['28P01', '28000'].includes(errorCodeOf(error))) return false;
    throw error;
  } finally {
    await client.end();
  }
}

function rolesOfAnother(role: DatabaseRole): DatabaseFault {
  return {
    code: 'DATABASE_NOT_USABLE',
    message: `The login ${ROLE_NAMES[role]} on this PostgreSQL server belongs to another Rolvast. Give each installation a server of its own, or let both use the same owner.`,
  };
}

function newerDatabase(migration: string): DatabaseFault {
  return {
    code: 'DATABASE_NEWER',
    message: `The database was made by a newer Rolvast (it has ${migration}). Start that version, or choose another database or ROLVAST_DATA_DIR.`,
  };
}

function notAllowed(reason: string): DatabaseFault {
  return {
    code: 'DATABASE_NOT_USABLE',
    message: `The user of DATABASE_URL lacks a right: ${reason}. Make it the owner of the database with CREATEROLE, then start again.`,
  };
}
