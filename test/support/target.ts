import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { z } from 'zod';
import { runNode, WORKING_COPY } from './run-program.js';
import { signInAs } from './sign-in.js';
import { newDataFolder, startRolvast, type StartedRolvast } from './start-rolvast.js';

const team = { code: 'team-a', name: 'A', region: 'r', careForm: 'support', professionals: 10, validFrom: '2025-01-01', validTo: null, publishWith: null };
const ORGANISATION_FILE = JSON.stringify({ code: 'target', name: 'Target', regions: [{ code: 'r', name: 'R' }], teams: [team] });

/** A server of its own to be attacked, on a database of its own with one organisation. */
export interface Target {
  readonly server: StartedRolvast;
  readonly database: TestDatabase;
  /** What its processes need to find the database and the data folder. */
  readonly env: Readonly<Record<string, string>>;
  readonly dataFolder: string;
  /** An importer token of the organisation `target`. */
  readonly token: string;
  /** Header `Cookie` of somebody who may read every figure of the organisation `target`. */
  readonly cookie: string;
  /** Ends it, unless it has ended, and throws away what it had. */
  end(): Promise<void>;
}

/** @param extra settings beside those of a production server with a database of one's own. */
export async function startTarget(extra: Readonly<Record<string, string>> = {}): Promise<Target> {
  const database = await createTestDatabase();
  const dataFolder = await newDataFolder();
  const env = { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: dataFolder, NODE_ENV: 'production', ROLVAST_SIGN_IN: 'demo', ...extra };
  const file = join(dataFolder, 'organisation.json');
  await writeFile(file, ORGANISATION_FILE);
  const rolvast = async (words: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runNode('apps/api/dist/cli.js', words, { env });
    if (code !== 0) throw new Error(`rolvast ${words.join(' ')}: ${stderr}`);
    return stdout;
  };
  await rolvast(['keys', 'create']);
  await rolvast(['organisation', 'load', file]);
  const token = (await rolvast(['tokens', 'create', '--organisation', 'target', '--label', 'target'])).split('\n')[0] ?? '';
  const server = await startRolvast(dataFolder, env);
  const [director] = await queryOnce<{ number: number }>(database.adminUrl, "SELECT user_number AS number FROM access.user_account WHERE subject = 'demo-director'");
  await rolvast(['users', 'grant', String(director?.number), '--organisation', 'target', '--role', 'director']);
  return {
    server,
    database,
    env,
    dataFolder,
    token,
    cookie: await signInAs(server.url, 'demo-director'),
    end: async () => {
      if (server.process.exitCode === null && server.process.signalCode === null) await server.end('SIGTERM');
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What a server logged since it was ready; the one line for people is left out. */
export function logLinesOf({ server }: Target): readonly string[] {
  const [, ...lines] = server.printed().split('Rolvast is ready')[1]?.split('\n') ?? [];
  return lines.filter((line) => line !== '');
}

const manifestSchema = z.record(z.string(), z.string());

/** The id of a document of the dashboard, by the name of its operation. */
export async function idOfDocument(operation: string): Promise<string> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(`${WORKING_COPY}apps/dashboard/dist/.persisted-documents.json`, 'utf8')));
  const found = Object.entries(manifest).find(([, text]) => new RegExp(`^query ${operation}\\b`).test(text));
  if (found === undefined) throw new Error(`the dashboard has no operation ${operation}`);
  return found[0];
}

/** A question that needs the database, as the dashboard puts it for somebody who is signed in. */
export async function organisationsQuestion({ cookie }: Pick<Target, 'cookie'>): Promise<RequestInit> {
  return { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ documentId: await idOfDocument('Organisations'), variables: {} }) };
}
