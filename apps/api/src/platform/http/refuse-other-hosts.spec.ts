import { createServer, request, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { refuseOtherHosts } from './refuse-other-hosts.js';

let server: Server;
beforeAll(async () => {
  const app = express();
  app.use(refuseOtherHosts(new URL('https://figures.care.example')));
  app.use((_request, response) => response.status(200).end());
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function statusFor(host: string): Promise<number | undefined> {
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('a server', () => {
  it.each(['127.0.0.1', '127.0.0.1:3000', 'localhost:3000', 'LOCALHOST', '[::1]:3000', 'figures.care.example'])('answers to a name of its own: %s', async (host) => {
    expect(await statusFor(host)).toBe(200);
  });

  it.each(['rolvast.example', '127.0.0.1.example:3000', 'localhost.example', '10.0.0.1', 'care.example'])('refuses to be called %s', async (host) => {
    expect(await statusFor(host)).toBe(421);
  });
});
