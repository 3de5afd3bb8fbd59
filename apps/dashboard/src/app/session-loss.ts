import { useSyncExternalStore } from 'react';
import { failureOf } from '../graphql/request-failure';

let isSignedOut = false;
const watchers = new Set<() => void>();

/** Notes down that the API knows nobody behind a question. It stays so until the page is opened again after signing in. */
export function noteSessionLoss(fault: unknown): void {
  if (isSignedOut || failureOf(fault).code !== 'signed-out') return;
  isSignedOut = true;
  for (const notify of watchers) notify();
}

function watch(notify: () => void): () => void {
  watchers.add(notify);
  return () => watchers.delete(notify);
}

/** Whether some question was refused because nobody is signed in. */
export function useIsSignedOut(): boolean {
  return useSyncExternalStore(watch, () => isSignedOut);
}
