const LONGEST = 2_000;
const ANYWHERE = 'http://rolvast.invalid';

/**
 * Threat: a link to our own sign-in leads on to another site, that then looks like ours.
 * Mechanism: only a path of this site is gone back to, and never one of sign-in itself; anything else becomes the start.
 */
export function safeReturnAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST || !wanted.startsWith('/') || !URL.canParse(wanted, ANYWHERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, ANYWHERE);
  // Browsers read a second slash, and a backslash for it, as the beginning of another host.
  if (origin !== ANYWHERE || pathname.startsWith('//') || pathname.startsWith('/auth/') || pathname === '/sign-in') return '/';
  return `${pathname}${search}${hash}`;
}
