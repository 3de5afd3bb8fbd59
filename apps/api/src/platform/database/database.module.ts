import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DATABASE_ROLES, type DatabaseAddress, type DatabaseRole } from './database-roles.js';

const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS: Readonly<Record<DatabaseRole, number>> = {
  // A file of a million rows is merged in one statement; a reader never waits that long.
  'intake-writer': 30 * 60_000,
  publisher: 10 * 60_000,
  reader: 10_000,
  // A rotation wraps every pseudonym of an organisation in one transaction.
  custodian: 60 * 60_000,
  'access-keeper': 10_000,
  gatekeeper: 10_000,
  carer: 10_000,
};

const LOCK_TIMEOUT_MS: Readonly<Record<DatabaseRole, number>> = {
  // The same file may be on its way in several times at once: each waits for the one before.
  'intake-writer': 15 * 60_000,
  publisher: 5 * 60_000,
  reader: 2_000,
  // It waits for imports that are under way, and they for it.
  custodian: 15 * 60_000,
  'access-keeper': 2_000,
  gatekeeper: 2_000,
  // Two who act on one alert wait for each other, and no longer than a page waits.
  carer: 2_000,
};

/** How long a request waits for a place in the pool. A reader is told at once that it is busy; a delivery may wait a little. */
const CONNECTION_WAIT_MS: Readonly<Record<DatabaseRole, number>> = {
  'intake-writer': 3_000,
  publisher: 3_000,
  reader: 1_000,
  custodian: 3_000,
  'access-keeper': 1_000,
  gatekeeper: 1_000,
  carer: 1_000,
};

/** A transaction in which nothing happens holds locks for nobody. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** One data source per database role, to be injected with `@InjectDataSource(role)`. */
@Module({})
export class DatabaseModule {
  static forRoot(address: DatabaseAddress, roles: readonly DatabaseRole[] = DATABASE_ROLES, poolSize = POOL_SIZE): DynamicModule {
    return {
      module: DatabaseModule,
      imports: roles.map((role) =>
        TypeOrmModule.forRoot({
          name: role,
          type: 'postgres',
          url: address.roles[role],
          applicationName: `rolvast ${role}`,
          poolSize,
          autoLoadEntities: true,
          retryAttempts: 0,
          extra: {
            connectionTimeoutMillis: CONNECTION_WAIT_MS[role],
            statement_timeout: STATEMENT_TIMEOUT_MS[role],
            lock_timeout: LOCK_TIMEOUT_MS[role],
            idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
            keepAlive: true,
          },
        }),
      ),
    };
  }
}
