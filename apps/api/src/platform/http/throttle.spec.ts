import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { askerOf, throttleRequests, THROTTLES, type Throttle } from './throttle.js';

let server: Server | null = null;
afterEach(() => new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve()))));

const TIGHT: readonly Throttle[] = [
  { name: 'questions', paths: ['/graphql'], perMinute: 3, countedBy: 'asker' },
  { name: 'everything', paths: ['/graphql', '/imports'], perMinute: 8, countedBy: 'address' },
];

async function start(throttles: readonly Throttle[]): Promise<string> {
  const app = express();
  app.set('trust proxy', 1);
  app.use(...throttleRequests(throttles));
  app.use((_request, response) => response.status(200).end());
  const started = createServer(app);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const address = started.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

async function statuses(url: string, count: number, headers: (index: number) => Record<string, string> = () => ({})): Promise<number[]> {
  const answers: number[] = [];
  for (let index = 0; index < count; index += 1) answers.push((await fetch(url, { method: 'POST', headers: headers(index) })).status);
  return answers;
}

describe('the throttle', () => {
  it('refuses who asks more than the table allows, with a code and when to come back', async () => {
    const url = await start(TIGHT);
    expect(await statuses(`${url}/graphql`, 4)).toEqual([200, 200, 200, 429]);
    const refused = await fetch(`${url}/graphql`, { method: 'POST' });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await refused.json()).toEqual({ errors: [{ message: 'Too many requests. Try again in a minute.', extensions: { code: 'TOO_MANY_REQUESTS' } }] });
  });

  it('lets one session go on while another is refused', async () => {
    const url = await start(TIGHT);
    const cookie = (session: string) => () => ({ cookie: `x=1; __Host-rolvast-session=${session}` });
    expect(await statuses(`${url}/graphql`, 4, cookie('one'))).toEqual([200, 200, 200, 429]);
    expect(await statuses(`${url}/graphql`, 1, cookie('other'))).toEqual([200]);
  });

  it('stops somebody who invents a token for every request, and tells programs in their own form', async () => {
    const url = await start(TIGHT);
    expect(await statuses(`${url}/imports`, 9, (index) => ({ authorization: `Bearer ${index}` }))).toEqual([...Array<number>(8).fill(200), 429]);
    expect(await (await fetch(`${url}/imports`)).json()).toMatchObject({ error: { code: 'TOO_MANY_REQUESTS' } });
  });

  it('counts by the address that the trusted proxy tells, and leaves other addresses of the site alone', async () => {
    const url = await start(TIGHT);
    expect(await statuses(`${url}/graphql`, 4, () => ({ 'x-forwarded-for': '203.0.113.7' }))).toEqual([200, 200, 200, 429]);
    expect(await statuses(`${url}/graphql`, 1, () => ({ 'x-forwarded-for': '203.0.113.8' }))).toEqual([200]);
    expect(await statuses(`${url}/health/live`, 20, () => ({ 'x-forwarded-for': '203.0.113.7' }))).toEqual(Array<number>(20).fill(200));
  });

  it('takes a whole IPv6 network for one asker, and keeps no secret', () => {
    expect(askerOf({ headers: {}, ip: '2001:db8:1:1::1' })).toBe(askerOf({ headers: {}, ip: '2001:db8:1:1:ffff::2' }));
    expect(askerOf({ headers: { authorization: 'Bearer SECRET' }, ip: '::1' })).not.toContain('SECRET');
    expect(askerOf({ headers: { cookie: '__Host-rolvast-session=SECRET' }, ip: '::1' })).not.toContain('SECRET');
  });

  it('counts every path that can be asked without end', () => {
    expect(new Set(THROTTLES.flatMap(({ paths }) => paths))).toEqual(new Set(['/graphql', '/imports', '/auth', '/demo-sign-in']));
  });
});
