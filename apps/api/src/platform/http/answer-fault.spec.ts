import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { answerFault } from './answer-fault.js';

const FAULT = { status: 503, code: 'OVERLOADED', message: 'Try again in a moment.' };

let server: Server;
let url = '';
beforeAll(async () => {
  const app = express();
  app.post('/read', async (request, response) => {
    await request.forEach(() => undefined);
    answerFault(request, response, FAULT);
  });
  app.post('/unread', (request, response) => {
    answerFault(request, response, FAULT);
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function post(path: string): Promise<{ readonly status: number; readonly connection: string | null; readonly body: unknown }> {
  const response = await fetch(`${url}${path}`, { method: 'POST', body: 'a body', signal: AbortSignal.timeout(5_000) });
  return { status: response.status, connection: response.headers.get('connection'), body: await response.json() };
}

describe('an answer about a fault', () => {
  const body = { error: { code: 'OVERLOADED', message: 'Try again in a moment.' } };

  it('comes also when the whole body was read before', async () => {
    expect(await post('/read')).toEqual({ status: 503, connection: 'keep-alive', body });
  });

  it('gives up a connection on which part of the body is still unread', async () => {
    expect(await post('/unread')).toEqual({ status: 503, connection: 'close', body });
  });
});
