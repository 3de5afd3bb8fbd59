import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { refuseWhileAway } from './refuse-while-away.js';

/** Goes away when told. */
class ToldWatch {
  isAway = false;
  readonly listeners = new Set<() => void>();

  onAway(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  goAway(): void {
    this.isAway = true;
    for (const listener of this.listeners) listener();
  }
}

let server: Server | null = null;
afterEach(() => new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve()))));

async function start(watch: ToldWatch, onAsked: () => void): Promise<string> {
  const app = express();
  app.use(refuseWhileAway(watch));
  app.use(express.json());
  app.use('/health', (_request, response) => response.status(200).end());
  // It never answers: its connection waits for a database that says nothing.
  app.use('/graphql', onAsked);
  const started = createServer(app);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

const question: RequestInit = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };

describe('while the database is away', () => {
  it('what was being answered is refused the moment it goes, and forgets to listen', async () => {
    const watch = new ToldWatch();
    // The body has been read by then.
    const url = await start(watch, () => setTimeout(() => watch.goAway(), 20));
    const response = await fetch(`${url}/graphql`, question);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
    expect(watch.listeners.size).toBe(0);
  });

  it('nothing more is begun, and health is told all the same', async () => {
    const watch = new ToldWatch();
    let asked = 0;
    const url = await start(watch, () => (asked += 1));
    watch.goAway();
    expect((await fetch(`${url}/graphql`, question)).status).toBe(503);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(asked).toBe(0);
  });
});
