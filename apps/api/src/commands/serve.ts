import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { assertNever } from '@rolvast/domain';
import type { RequestHandler } from 'express';
import { SessionDoor } from '../access/viewer/session-door.js';
import { AppModule } from '../app.module.js';
import type { Config } from '../config/config.js';
import { isLoopback } from '../config/network.js';
import { DemoModule } from '../demo/demo.module.js';
import { LoadDemoUsersService } from '../demo/load-demo-users.service.js';
import { LoadDemoService } from '../demo/load-demo.service.js';
import { IntakeServerModule, prepareIntakeServer } from '../intake-server.module.js';
import { DOCUMENTS_OF_OTHERS, type AllowedDocuments } from '../platform/graphql/graphql-door.js';
import { readPersistedDocuments } from '../platform/graphql/persisted-documents.js';
import { DatabaseWatch } from '../platform/health/database-watch.js';
import { Readiness } from '../platform/health/readiness.js';
import { hardenServer, type ServerEdge } from '../platform/http/harden-server.js';
import { passTo } from '../platform/http/pass-to.js';
import { PERSISTED_DOCUMENTS_FILE, serveDashboard } from '../platform/http/serve-dashboard.js';
import { FrameworkLogger } from '../platform/logging/logger.js';
import { PublishServerModule } from '../publish-server.module.js';
import { findListenFault, listenFaultOf } from './listen-fault.js';
import { NO_SIGN_IN, openDoor } from './open-door.js';
import { stopSignal, type StopSignal } from './stop-signal.js';
import { configOfProcess, openSurroundings, WORKING_COPY, type OpenSurroundings } from './surroundings.js';

const DASHBOARD = join(WORKING_COPY, 'apps/dashboard/dist');

/** How long a proxy can see that no more requests are welcome before they are refused. */
const SHOWN_MS = 500;
/** How long requests under way may take to end after that. */
const DRAIN_MS = 5_000;
/** How long a merge under way may take to end after that. */
const MERGE_MS = 1_500;
/** How long what is left may take after everything was said. */
const LEAVE_MS = 500;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * Serves dashboard and API on one port until a signal comes.
 *
 * @returns the exit code of the process.
 */
export async function serve(): Promise<number> {
  const config = configOfProcess();
  if (!config.ok) return refuse(config.fault.message);
  const { port, network, nodeEnvironment, signIn } = config.value;
  if (signIn.kind === 'none') return refuse(NO_SIGN_IN);
  const documents = await documentsOf(nodeEnvironment === 'production');
  if (documents === null) return 1;
  // Looked at before anything is started: a taken port is found out in a moment, not after a minute of loading.
  const fault = await findListenFault(port, network.host);
  if (fault !== null) return refuse(fault);
  const stop = stopSignal();
  const opened = await openSurroundings(config.value, say);
  if (!opened.ok) return refuse(opened.fault.message);
  const surroundings = opened.value;
  try {
    if (stop.happened()) return 0;
    return await serveUntil(stop, surroundings, documents);
  } finally {
    await surroundings.database.close();
    say('Stopped.');
    leaveSoon();
  }
}

/** Ends the process when a merge that takes too long is all that keeps it; with nothing left it has ended before. */
function leaveSoon(): void {
  setTimeout(() => process.exit(), LEAVE_MS).unref();
}

/** What may be asked: in production the documents of the dashboard and no others. @returns null after a refusal. */
async function documentsOf(isProduction: boolean): Promise<AllowedDocuments | null> {
  const read = await readPersistedDocuments(join(DASHBOARD, PERSISTED_DOCUMENTS_FILE));
  if (read.ok) return { persisted: read.value, mayBeText: !isProduction };
  if (!isProduction) return DOCUMENTS_OF_OTHERS;
  refuse(read.fault.message);
  return null;
}

async function serveUntil(stop: StopSignal, surroundings: OpenSurroundings, documents: AllowedDocuments): Promise<number> {
  const { port, network } = surroundings.config;
  const importerToken = await loadDemoUnless(stop, surroundings);
  if (stop.happened()) return 0;
  const door = await openDoor(surroundings.config, surroundings.logger, importerToken);
  if (!door.ok) return refuse(door.fault.message);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(surroundings, door.value), optionsOf(surroundings));
  let intake: NestExpressApplication | null = null;
  let publishing: INestApplicationContext | null = null;
  try {
    intake = await openIntake(surroundings);
    publishing = await openPublishing(surroundings);
    hardenServer(app, app.get(DatabaseWatch), { ...edgeOf(surroundings), sessionDoor: app.get(SessionDoor).handler, documents });
    intake.set('trust proxy', network.trustedProxy ?? false);
    app.use(passTo('/imports', handlerOf(intake)));
    if (door.value.provider !== null) app.use(door.value.provider);
    serveDashboard(app, DASHBOARD);
    await app.listen(port, network.host);
    announce(surroundings);
    await stop.promise;
    say('Stopping ...');
    app.get(Readiness).stopping();
    await delay(SHOWN_MS);
    return 0;
  } catch (error) {
    const fault = listenFaultOf(error, port, network.host);
    if (fault !== null) return refuse(fault);
    throw error;
  } finally {
    await close(app, intake, publishing);
  }
}

/** Ends both applications in a bounded time, whatever is under way. */
async function close(app: NestExpressApplication, intake: NestExpressApplication | null, publishing: INestApplicationContext | null): Promise<void> {
  // A browser keeps connections open without asking anything; they must not hold up the end.
  const impatience = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MS);
  await app.close();
  clearTimeout(impatience);
  // After the last request: a merge or a close under way ends. One that takes too long is undone by the database once we are
  // gone, and begun again by the next process.
  await Promise.race([Promise.all([intake?.close(), publishing?.close()]), delay(MERGE_MS, undefined, { ref: false })]);
}

function handlerOf(app: NestExpressApplication): RequestHandler {
  // The framework types the instance of its adapter as any; with Express it is an application, which handles requests.
  return app.getHttpAdapter().getInstance() as RequestHandler;
}

/** Begins to close by itself what falls due. */
async function openPublishing(surroundings: OpenSurroundings): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(PublishServerModule.forRoot(surroundings), optionsOf(surroundings));
}

/** Opens the door for source systems and begins to merge what waits behind it. */
async function openIntake(surroundings: OpenSurroundings): Promise<NestExpressApplication> {
  const intake = await NestFactory.create<NestExpressApplication>(IntakeServerModule.forRoot(surroundings), { ...optionsOf(surroundings), bodyParser: false });
  return prepareIntakeServer(intake);
}

/**
 * Loads the demonstration with the rights to write, and gives those up again: the organisation unless in production, the
 * users when its accounts are what people sign in with.
 *
 * @returns the token of its source system, if there is one.
 */
async function loadDemoUnless(stop: StopSignal, surroundings: OpenSurroundings): Promise<string | null> {
  const { config, isProduction } = surroundings;
  if (isProduction && config.signIn.kind !== 'demo') return null;
  const app = await NestFactory.createApplicationContext(DemoModule.forRoot(surroundings), optionsOf(surroundings));
  const load = async (): Promise<string | null> => {
    if (!isProduction) await app.get(LoadDemoService).ensure(say);
    if (config.signIn.kind !== 'demo') return null;
    const users = app.get(LoadDemoUsersService);
    await users.ensure();
    return users.importerToken(join(config.dataFolder, 'demo-importer-token'));
  };
  try {
    return await Promise.race([load(), stop.promise.then(() => null)]);
  } finally {
    await app.close();
  }
}

function optionsOf({ logger }: OpenSurroundings): { readonly logger: FrameworkLogger; readonly abortOnError: false } {
  // A failure to start is handled by the caller, not by ending the process behind its back.
  return { logger: new FrameworkLogger(logger), abortOnError: false };
}

function announce({ database, config }: OpenSurroundings): void {
  const { port, network } = config;
  say(database.kind === 'embedded' ? `Database: embedded PostgreSQL, data in ${config.dataFolder}` : 'Database: the external PostgreSQL of DATABASE_URL');
  const reach = isLoopback(network.host) ? 'listens on 127.0.0.1 only: nobody outside this machine can reach it.' : `listens on ${network.host} and answers to ${namesOf(config).join(', ')}.`;
  say(`Sign-in: ${signInWords(config)}. Rolvast ${reach}`);
  say(`Rolvast is ready: http://${hostOf(network.host)}:${port}/   (Ctrl-C stops it)`);
}

function signInWords({ signIn }: Config): string {
  switch (signIn.kind) {
    case 'demo':
      return 'demonstration accounts without a password';
    case 'provider':
      return signIn.issuer;
    case 'none':
      return 'nobody';
    default:
      return assertNever(signIn, 'way to sign in');
  }
}

/** Names by which the server may be called: those that were listed, and the one under which browsers are sent back to it. */
function namesOf({ network, publicUrl }: Config): readonly string[] {
  return [...new Set([...network.hostNames, publicUrl.hostname])];
}

function edgeOf({ config }: OpenSurroundings): Pick<ServerEdge, 'hostNames' | 'trustedProxy'> {
  return { hostNames: namesOf(config), trustedProxy: config.network.trustedProxy };
}

/** How this machine itself calls an address to listen on. */
function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function refuse(message: string): number {
  process.stderr.write(`rolvast: ${message}\n`);
  return 1;
}
