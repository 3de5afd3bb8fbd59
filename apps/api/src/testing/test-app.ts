import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { CATALOGUE, PITFALLS, type Catalogue, type PitfallCatalogue } from '@rolvast/domain';
import { SessionDoor } from '../access/viewer/session-door.js';
import { AppModule } from '../app.module.js';
import { DemoModule } from '../demo/demo.module.js';
import { READER_CATALOGUE, READER_PITFALLS } from '../insight/catalogue.token.js';
import { IMPORT_PITFALLS } from '../intake/import-reflections/pitfalls.token.js';
import { BLOCK_CATALOGUE, BLOCK_PITFALLS } from '../publish/ledger/catalogue.token.js';
import { Clock, FixedClock } from '../platform/clock/clock.js';
import { createLogger } from '../platform/logging/logger.js';
import { freePort } from './free-port.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { signInAs, testDoor, type TestViewer, type WantedViewer } from './test-viewer.js';

/** The whole application on a database of its own, with a clock that stands still. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** Everything the application logged, a line each. */
  readonly log: readonly string[];
  /** Address the application listens on, at a free port. */
  readonly url: string;
  /** Somebody with a role and a session; goes through the real door and guard. */
  signInAs(wanted: WantedViewer): Promise<TestViewer>;
  /** Asks as a viewer; without a cookie as nobody. */
  ask(query: string, variables: object, cookie?: string): Promise<TestAnswer>;
  close(): Promise<void>;
}

/** An answer of GraphQL. */
export interface TestAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
}

/**
 * @param now the moment at which the clock stands still, in ISO form; or a clock that the test moves.
 * @param catalogue the measures it knows.
 * @param pitfalls the pitfalls and sub-types it knows.
 */
export async function createTestApp(now: string | Clock, catalogue: Catalogue = CATALOGUE, pitfalls: PitfallCatalogue = PITFALLS): Promise<TestApp> {
  const database = await createTestDatabase();
  const log: string[] = [];
  const logger = createLogger('debug', { write: (line: string) => void log.push(line) });
  const surroundings = {
    address: database.address,
    masterKey: { bytes: randomBytes(32), path: 'test key' },
    logger,
    isProduction: false,
  };
  const url = `http://127.0.0.1:${await freePort()}`;
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(surroundings, testDoor(url)), DemoModule.forRoot(surroundings)] })
    .overrideProvider(Clock)
    .useValue(typeof now === 'string' ? new FixedClock(new Date(now)) : now)
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
  app.use('/graphql', app.get(SessionDoor).handler);
  await app.listen(Number(new URL(url).port), '127.0.0.1');
  return {
    app,
    database,
    log,
    url,
    signInAs: (wanted) => signInAs(app, url, wanted),
    ask: (query, variables, cookie) => askAt(url, query, variables, cookie),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function askAt(url: string, query: string, variables: object, cookie = ''): Promise<TestAnswer> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query, variables }) });
  const text = await response.text();
  const body: unknown = JSON.parse(text);
  return { status: response.status, text, body };
}
