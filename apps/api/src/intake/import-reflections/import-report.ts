import type { ReflectionFaultCode } from '@rolvast/domain';

/** One rule that one row broke. There is no value of the row in it. */
export interface Rejection {
  readonly line: number;
  readonly column: string;
  readonly rule: ReflectionFaultCode | 'SAME_REVISION_OTHER_CONTENT';
  readonly expected: string;
}

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
  readonly rejections: readonly Rejection[];
}
