import type { CookieOptions, Request, Response } from 'express';

/** What a cookie of sign-in is for. */
export type AuthCookie = 'session' | 'sign-in';

/**
 * Threat: a script, another site or a neighbouring host reads or plants a cookie that signs in.
 * Mechanism: HttpOnly, SameSite=Lax, and over https the prefix `__Host-`, with which a browser takes a cookie from this
 * host only. Plain http is for this machine alone, where browsers refuse the prefix; there the name has the port, because
 * all ports of a machine share their cookies.
 */
function cookieName(cookie: AuthCookie, publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? `__Host-rolvast-${cookie}` : `rolvast-${cookie}-${publicUrl.port || '80'}`;
}

function attributes(publicUrl: URL): CookieOptions {
  return { httpOnly: true, secure: publicUrl.protocol === 'https:', sameSite: 'lax', path: '/' };
}

/** What the browser shows; null when it shows nothing. */
export function readCookie(request: Request, cookie: AuthCookie, publicUrl: URL): string | null {
  const start = `${cookieName(cookie, publicUrl)}=`;
  const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(start));
  return found === undefined || found.length === start.length ? null : found.slice(start.length);
}

/** Gives the browser a cookie; without `maxAgeMs` it goes when the browser closes. */
export function setCookie(response: Response, cookie: AuthCookie, publicUrl: URL, value: string, maxAgeMs?: number): void {
  response.cookie(cookieName(cookie, publicUrl), value, { ...attributes(publicUrl), ...(maxAgeMs === undefined ? {} : { maxAge: maxAgeMs }) });
}

/** Takes a cookie back. */
export function clearCookie(response: Response, cookie: AuthCookie, publicUrl: URL): void {
  response.clearCookie(cookieName(cookie, publicUrl), attributes(publicUrl));
}
