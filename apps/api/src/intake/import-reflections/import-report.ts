import type { ReflectionFaultCode } from '@rolvast/domain';

/** One rule that one row broke. There is no value of the row in it. */
export interface Rejection {
  readonly line: number;
  readonly column: string;
  readonly rule: ReflectionFaultCode | 'SAME_REVISION_OTHER_CONTENT' | 'SAME_SESSION_OTHER_CONTENT';
  readonly expected: string;
}

/** More than anyone reads: a file that is wrong throughout must not fill the memory. */
export const MAX_REJECTIONS = 10_000;

/**
 * What an import did: read = accepted + unchanged + replaced + withdrawn + rejected.
 *
 * `unchanged` also counts a revision that is older than the one already stored.
 */
export interface ImportReport {
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly replaced: number;
  readonly withdrawn: number;
  /** Rows that were refused; one row may have several rejections. */
  readonly rejected: number;
  /** The first {@link MAX_REJECTIONS} of them, by line; `rejected` counts all rows. */
  readonly rejections: readonly Rejection[];
}
