import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import { answerFault } from './answer-fault.js';

/** How many requests one asker may send in a minute to addresses that begin alike. */
export interface Throttle {
  readonly name: string;
  readonly paths: readonly string[];
  readonly perMinute: number;
  /** `asker`: the token, else the session, else the address of the network. `address`: always that address. */
  readonly countedBy: 'asker' | 'address';
}

/**
 * What is counted. The first two stop one asker who asks too much; the third stops somebody who invents a token or
 * a session for every request, and is wide enough for an organisation behind one address.
 */
export const THROTTLES: readonly Throttle[] = [
  // Twenty pages a minute, with reserve. A page asks about five questions.
  { name: 'questions', paths: ['/graphql'], perMinute: 600, countedBy: 'asker' },
  // Single reflections, one after the other, by a nightly export.
  { name: 'deliveries', paths: ['/imports'], perMinute: 1_200, countedBy: 'asker' },
  { name: 'everything', paths: ['/graphql', '/imports', '/auth', '/demo-sign-in'], perMinute: 3_000, countedBy: 'address' },
  // A team that begins its day behind one address signs in within a minute, each with two requests; somebody who tries things
  // needs far more.
  { name: 'signing in', paths: ['/auth'], perMinute: 120, countedBy: 'address' },
];

const MINUTE_MS = 60_000;
/** The session cookie; over TLS with the prefix that browsers guard, else with the port in its name. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?rolvast-session(?:-\d+)?=([^;\s]+)/;

/**
 * Who asks, as a key to count by: the token, the session or the address. A hash, so that no store of counts holds a
 * secret. An IPv6 network is one asker.
 */
export function askerOf(request: Pick<Request, 'headers' | 'ip'>): string {
  const secret = request.headers.authorization ?? SESSION_COOKIE.exec(request.headers.cookie ?? '')?.[1];
  return secret === undefined || secret === '' ? addressOf(request) : `asker ${createHash('sha256').update(secret).digest('base64url')}`;
}

function addressOf({ ip }: Pick<Request, 'ip'>): string {
  return `address ${ipKeyGenerator(ip ?? '')}`;
}

/**
 * Refuses with 429 and Retry-After who asks more than the table allows. The counts live in the memory of this process,
 * so several servers side by side each allow as much; see docs/runbooks/behind-a-proxy.md.
 */
export function throttleRequests(throttles: readonly Throttle[] = THROTTLES): RequestHandler[] {
  return throttles.map(({ paths, perMinute, countedBy }) =>
    rateLimit({
      windowMs: MINUTE_MS,
      limit: perMinute,
      standardHeaders: false,
      legacyHeaders: false,
      store: new MemoryStore(),
      keyGenerator: (request) => (countedBy === 'asker' ? askerOf(request) : addressOf(request)),
      skip: ({ path }) => !paths.some((start) => path === start || path.startsWith(`${start}/`)),
      handler: refuse,
      // The address is right by the setting for trusted proxies; a forwarded address of nobody we trust is no fault of ours.
      validate: { xForwardedForHeader: false, forwardedHeader: false },
    }),
  );
}

function refuse(request: Request, response: Response): void {
  answerFault(request, response, { status: 429, code: 'TOO_MANY_REQUESTS', message: 'Too many requests. Try again in a minute.', headers: { 'Retry-After': String(MINUTE_MS / 1_000) } });
}
