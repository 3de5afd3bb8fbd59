import { failure, type Failure } from '@rolvast/domain';
import { errorCodeOf } from '../../errors/error-code.js';

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

/** The value of `attempt`, or undefined when it fails with one of the errnos; anything else is thrown on. */
export async function unlessErrno<Value>(attempt: Promise<Value>, ...errnos: readonly string[]): Promise<Value | undefined> {
  try {
    return await attempt;
  } catch (error) {
    if (errnos.includes(errorCodeOf(error))) return undefined;
    throw error;
  }
}
