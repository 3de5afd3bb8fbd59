import { createServer } from 'node:net';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { AppModule } from '../app.module.js';
import { DemoModule } from '../demo/demo.module.js';
import { LoadDemoUsersService } from '../demo/load-demo-users.service.js';
import { LoadDemoService } from '../demo/load-demo.service.js';
import { IntakeServerModule, prepareIntakeServer } from '../intake-server.module.js';
import { errorCodeOf } from '../platform/errors/error-code.js';
import { passTo } from '../platform/http/pass-to.js';
import { refuseOtherHosts } from '../platform/http/refuse-other-hosts.js';
import { securityHeaders } from '../platform/http/security-headers.js';
import { serveDashboard } from '../platform/http/serve-dashboard.js';
import { FrameworkLogger } from '../platform/logging/logger.js';
import { NO_SIGN_IN, openDoor } from './open-door.js';
import { configOfProcess, openSurroundings, WORKING_COPY, type OpenSurroundings } from './surroundings.js';

/** Beyond this machine a proxy with TLS stands in front. */
const HOST = '127.0.0.1';

/** How long requests under way may take to end after a signal. */
const DRAIN_MS = 2_000;

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
  const { port, signIn } = config.value;
  if (signIn.kind === 'none') return refuse(NO_SIGN_IN);
  // Looked at before anything is started: a taken port is found out in a moment, not after a minute of loading.
  const portFault = await findPortFault(port);
  if (portFault !== null) return refuse(portFault);
  const stop = signalled();
  const opened = await openSurroundings(config.value, say);
  if (!opened.ok) return refuse(opened.fault.message);
  const surroundings = opened.value;
  try {
    if (stop.happened()) return 0;
    return await serveUntil(stop, surroundings, port);
  } finally {
    await surroundings.database.close();
    say('Stopped.');
  }
}

async function serveUntil(stop: Signal, surroundings: OpenSurroundings, port: number): Promise<number> {
  const importerToken = await loadDemoUnless(stop, surroundings);
  if (stop.happened()) return 0;
  const { config } = surroundings;
  const door = await openDoor(config, surroundings.logger, importerToken);
  if (!door.ok) return refuse(door.fault.message);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(surroundings, door.value), optionsOf(surroundings));
  let intake: NestExpressApplication | null = null;
  try {
    intake = await openIntake(surroundings);
    app.disable('x-powered-by');
    app.use(securityHeaders, refuseOtherHosts(config.publicUrl));
    app.use(passTo('/imports', handlerOf(intake)));
    if (door.value.provider !== null) app.use(door.value.provider);
    serveDashboard(app, join(WORKING_COPY, 'apps/dashboard/dist'));
    await app.listen(port, HOST);
    announce(port, surroundings);
    await stop.promise;
    say('Stopping ...');
    return 0;
  } catch (error) {
    const fault = portFaultOf(error, port);
    if (fault !== null) return refuse(fault);
    throw error;
  } finally {
    // A browser keeps connections open without asking anything; they must not hold up the end.
    const impatience = setTimeout(() => app.getHttpServer().closeAllConnections(), DRAIN_MS);
    await app.close();
    // After the last request: a merge under way ends, and what waits is for the next process.
    await intake?.close();
    clearTimeout(impatience);
  }
}

function handlerOf(app: NestExpressApplication): RequestHandler {
  // The framework types the instance of its adapter as any; with Express it is an application, which handles requests.
  return app.getHttpAdapter().getInstance() as RequestHandler;
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
async function loadDemoUnless(stop: Signal, surroundings: OpenSurroundings): Promise<string | null> {
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

function announce(port: number, { database, config }: OpenSurroundings): void {
  say(database.kind === 'embedded' ? `Database: embedded PostgreSQL, data in ${config.dataFolder}` : 'Database: the external PostgreSQL of DATABASE_URL');
  if (config.signIn.kind === 'demo') say('Sign-in: demonstration accounts without a password. Rolvast listens on 127.0.0.1 only: nobody outside this machine can reach it.');
  else say(`Sign-in: ${config.signIn.kind === 'provider' ? config.signIn.issuer : ''}. Rolvast listens on 127.0.0.1 only: a proxy on this machine passes ${config.publicUrl.origin} on.`);
  say(`Rolvast is ready: http://127.0.0.1:${port}/   (Ctrl-C stops it)`);
}

function refuse(message: string): number {
  process.stderr.write(`rolvast: ${message}\n`);
  return 1;
}

/** One line for a port that can't be had; null for any other error. */
function portFaultOf(error: unknown, port: number): string | null {
  switch (errorCodeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`;
    default:
      return null;
  }
}

/** Tries the port; null when it can be had. */
function findPortFault(port: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const fault = portFaultOf(error, port);
      if (fault === null) reject(error);
      else resolve(fault);
    });
    probe.listen(port, HOST, () => probe.close(() => resolve(null)));
  });
}

interface Signal {
  readonly promise: Promise<void>;
  happened(): boolean;
}

function signalled(): Signal {
  let happened = false;
  const promise = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        happened = true;
        resolve();
      });
    }
  });
  return { promise, happened: () => happened };
}
