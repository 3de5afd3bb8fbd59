import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_SETTINGS, WORKING_COPY } from './run-program.js';

/** A running `npm start`. */
export interface StartedRolvast {
  readonly process: ChildProcess;
  readonly url: string;
  /** Everything it printed so far. */
  printed(): string;
  /** Sends a signal and waits for the end. @returns the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A new, empty data folder that other users of the machine may enter. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolvast-data-'));
  await chmod(folder, 0o755);
  return folder;
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the server as `npm start` does and waits until it says that it is ready. */
export async function startRolvast(dataFolder: string, env: Readonly<Record<string, string>> = {}): Promise<StartedRolvast> {
  const port = env['PORT'] ?? (await freePort());
  const child = spawn(process.execPath, [`${WORKING_COPY}apps/api/launch/start.mjs`], {
    env: { ...process.env, ...NO_SETTINGS, ROLVAST_DATA_DIR: dataFolder, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      if (text.includes('Rolvast is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exit.then((code) => reject(new Error(`ended with ${String(code)} before it was ready:\n${text}`)));
  });
  await ready;
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    printed: () => text,
    end: (signal = 'SIGINT') => {
      child.kill(signal);
      return exit;
    },
  };
}
