import { failure, type Failure } from '@rolvast/domain';

/** Why no embedded PostgreSQL could be had; every one is something a person can put right. */
export type EmbeddedPostgresFaultCode =
  | 'platform-unsupported'
  | 'binaries-missing'
  | 'library-missing'
  | 'binaries-unreachable'
  | 'data-folder-not-a-folder'
  | 'data-folder-not-writable'
  | 'data-folder-unreachable'
  | 'not-a-cluster'
  | 'cluster-version-differs'
  | 'cluster-of-another-user'
  | 'state-unreadable'
  | 'busy'
  | 'initialise-failed'
  | 'start-failed';

/** `message` is one line for a terminal: what is wrong, where, and what to do about it. */
export interface EmbeddedPostgresFault {
  readonly code: EmbeddedPostgresFaultCode;
  readonly message: string;
}

/** A failed Result from a code and its line. */
export function fault(code: EmbeddedPostgresFaultCode, message: string): Failure<EmbeddedPostgresFault> {
  return failure({ code, message });
}

/**
 * The errno name (`ENOENT`, `EACCES`, …) of something thrown by Node, or undefined.
 *
 * Looks at the shape and not at `instanceof Error`: under Jest, errors of Node itself come from another realm.
 */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The value of `attempt`, or undefined when it fails with one of the errnos; anything else is thrown on. */
export async function unlessErrno<Value>(attempt: Promise<Value>, ...errnos: readonly string[]): Promise<Value | undefined> {
  try {
    return await attempt;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== undefined && errnos.includes(errno)) return undefined;
    throw error;
  }
}
