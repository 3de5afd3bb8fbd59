import { rm } from 'node:fs/promises';
import { newDataFolder, startRolvast } from '../support/start-rolvast.js';

/** The secret offsets of rounding come from the key, so with another one other figures and signals would be published. */
const KEY = 'ab'.repeat(32);

/** Starts Rolvast on an empty data folder, as a new user does. @returns what ends it. */
export default async function startServer(): Promise<() => Promise<void>> {
  const folder = await newDataFolder();
  const started = await startRolvast(folder, { ROLVAST_PSEUDONYM_KEY: KEY });
  // The workers are started after this and inherit it.
  process.env['ROLVAST_E2E_URL'] = started.url;
  return async () => {
    await started.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  };
}
