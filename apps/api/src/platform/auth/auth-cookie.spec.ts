import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { z } from 'zod';
import { clearCookie, readCookie, setCookie } from './auth-cookie.js';

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** What a server under a public address sets and clears, and what it reads of what a browser shows. */
async function exchange(publicUrl: URL, shown: string): Promise<{ readonly lines: readonly string[]; readonly read: unknown }> {
  const app = express();
  app.get('/', (request, response) => {
    setCookie(response, 'session', publicUrl, 'value');
    clearCookie(response, 'sign-in', publicUrl);
    response.json({ read: readCookie(request, 'session', publicUrl) });
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie: shown } });
  const { read } = z.object({ read: z.string().nullable() }).parse(await response.json());
  return { lines: response.headers.getSetCookie(), read };
}

describe('the cookie of a session', () => {
  it('has the prefix __Host- and everything that goes with it over https', async () => {
    const { lines, read } = await exchange(new URL('https://rolvast.example'), 'a=b; __Host-rolvast-session=token');
    expect(lines[0]).toBe('__Host-rolvast-session=value; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(lines[1]).toMatch(/^__Host-rolvast-sign-in=; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax$/);
    expect(read).toBe('token');
  });

  it('drops the prefix and Secure on plain http, and has the port instead', async () => {
    const { lines, read } = await exchange(new URL('http://127.0.0.1:3000'), 'rolvast-session-3000=token');
    expect(lines[0]).toBe('rolvast-session-3000=value; Path=/; HttpOnly; SameSite=Lax');
    expect(read).toBe('token');
  });

  it.each(['rolvast-session-3000=token', 'x__Host-rolvast-session=token', '__Host-rolvast-session=', '__Host-rolvast-session', ''])('is not read over https from %j', async (shown) => {
    expect((await exchange(new URL('https://rolvast.example'), shown)).read).toBeNull();
  });
});
