/** Why somebody came back from signing in without being signed in. */
export const SIGN_IN_FAULTS = ['unreachable', 'expired', 'failed', 'unknown'] as const;
export type SignInFault = (typeof SIGN_IN_FAULTS)[number];

/** Page of the dashboard to which the server sends whom it could not let in. */
export const SIGN_IN_PAGE = '/sign-in';

/** Where signing in begins; it ends at the given address of the dashboard. */
export function signInAddress(to: string): string {
  return `/auth/sign-in?to=${encodeURIComponent(to)}`;
}

/** What the address of this page says about signing in: where to go afterwards, and what did not work before. */
export function readSignInAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): { readonly to: string; readonly fault: SignInFault | null } {
  if (pathname !== SIGN_IN_PAGE) return { to: `${pathname}${search}${hash}`, fault: null };
  const said = new URLSearchParams(search);
  const to = said.get('to') ?? '/';
  return { to: to.startsWith('/') && !to.startsWith('//') ? to : '/', fault: SIGN_IN_FAULTS.find((fault) => fault === said.get('fault')) ?? null };
}
