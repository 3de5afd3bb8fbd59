import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AccessModule } from '../access/access.module.js';
import { KeepImporterTokensService } from '../access/importer-tokens/keep-importer-tokens.service.js';
import { CommandModule } from '../command.module.js';
import { IntakeServerModule, prepareIntakeServer } from '../intake-server.module.js';
import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { createLogger } from '../platform/logging/logger.js';
import { organisationFile } from './reflection-rows.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The door for source systems on a database of its own, with the worker that merges. */
export interface TestIntake {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  readonly url: string;
  readonly log: readonly string[];
  /** Loads an organisation with the team `team-a` and makes a token for it. */
  organisation(code: string): Promise<{ readonly token: string; readonly tokenId: string }>;
  /** Ends a token. */
  revoke(code: string, tokenId: string): Promise<void>;
  close(): Promise<void>;
}

/** @param poolSize connections of the door to its database. */
export async function createTestIntake(poolSize?: number): Promise<TestIntake> {
  const database = await createTestDatabase();
  const log: string[] = [];
  const logger = createLogger('debug', { write: (line: string) => void log.push(line) });
  const surroundings = { address: database.address, masterKey: { bytes: randomBytes(32), path: 'test key' }, logger, isProduction: true };
  const commands = await Test.createTestingModule({ imports: [CommandModule.forRoot(surroundings), AccessModule] }).compile();
  const module = await Test.createTestingModule({ imports: [IntakeServerModule.forRoot(surroundings, poolSize)] }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false, bodyParser: false });
  await prepareIntakeServer(app);
  await app.listen(0, '127.0.0.1');
  const tokens = commands.get(KeepImporterTokensService);
  return {
    app,
    database,
    log,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    organisation: async (code) => {
      await commands.get(LoadOrganisationService).load(organisationFile(code, [{ code: 'team-a' }]));
      const made = await tokens.create(code, 'source', 1);
      if (!made.ok) throw new Error(made.fault.message);
      return made.value;
    },
    revoke: async (code, tokenId) => {
      await tokens.revoke(code, tokenId);
    },
    close: async () => {
      await app.close();
      await commands.close();
      await database.drop();
    },
  };
}
