import { RequestFailure } from '../../graphql/request-failure';

/** Ends the session here. @returns the address at which it ends at the provider too. */
export async function signOut(): Promise<string> {
  const response = await fetch('/auth/sign-out', { method: 'POST' });
  const answer: unknown = response.ok ? await response.json() : null;
  const leaveAt = typeof answer === 'object' && answer !== null && 'leaveAt' in answer ? answer.leaveAt : null;
  if (typeof leaveAt !== 'string') throw new RequestFailure('unexpected');
  return leaveAt;
}
