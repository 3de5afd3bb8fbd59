import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { CATALOGUE, PITFALLS, type Catalogue, type PitfallCatalogue } from '@rolvast/domain';
import { AppModule } from '../app.module.js';
import { DemoModule } from '../demo/demo.module.js';
import { READER_CATALOGUE, READER_PITFALLS } from '../insight/catalogue.token.js';
import { IMPORT_PITFALLS } from '../intake/import-reflections/pitfalls.token.js';
import { BLOCK_CATALOGUE, BLOCK_PITFALLS } from '../publish/ledger/catalogue.token.js';
import { Clock, FixedClock } from '../platform/clock/clock.js';
import { createLogger } from '../platform/logging/logger.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The whole application on a database of its own, with a clock that stands still. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** Everything the application logged, a line each. */
  readonly log: readonly string[];
  /** Address the application listens on, at a free port. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * @param now the moment at which the clock stands still, in ISO form.
 * @param catalogue the measures it knows.
 * @param pitfalls the pitfalls and sub-types it knows.
 */
export async function createTestApp(now: string, catalogue: Catalogue = CATALOGUE, pitfalls: PitfallCatalogue = PITFALLS): Promise<TestApp> {
  const database = await createTestDatabase();
  const log: string[] = [];
  const logger = createLogger('debug', { write: (line: string) => void log.push(line) });
  const surroundings = {
    address: database.address,
    masterKey: { bytes: randomBytes(32), path: 'test key' },
    logger,
    isProduction: false,
  };
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(surroundings), DemoModule.forRoot(surroundings)] })
    .overrideProvider(Clock)
    .useValue(new FixedClock(new Date(now)))
    .overrideProvider(BLOCK_CATALOGUE)
    .useValue(catalogue)
    .overrideProvider(BLOCK_PITFALLS)
    .useValue(pitfalls)
    .overrideProvider(READER_CATALOGUE)
    .useValue(catalogue)
    .overrideProvider(READER_PITFALLS)
    .useValue(pitfalls)
    .overrideProvider(IMPORT_PITFALLS)
    .useValue(pitfalls)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false });
  await app.listen(0, '127.0.0.1');
  return {
    app,
    database,
    log,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
