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

/** What was counted while the rows came in, before any was stored. */
export interface Received {
  readonly read: number;
  /** Rows that were refused; one row may have several rejections. */
  readonly rejected: number;
  /** The first {@link MAX_REJECTIONS} of them, by line. */
  readonly rejections: readonly Rejection[];
}

/**
 * What an import did: read = accepted + unchanged + replaced + withdrawn + rejected.
 *
 * `unchanged` also counts a revision that is older than the one that stands, in the store or in the same delivery.
 */
export interface ImportReport extends Received {
  readonly accepted: number;
  readonly unchanged: number;
  readonly replaced: number;
  readonly withdrawn: number;
}

/** What a merge adds to what was counted at the door. */
export interface Merged {
  readonly accepted: number;
  readonly replaced: number;
  readonly withdrawn: number;
  readonly conflicting: number;
  readonly conflictingLines: readonly number[];
}

/** How a line that contradicts another one is told about. */
const CONFLICT_OF_REFLECTIONS = { column: 'revision', rule: 'SAME_REVISION_OTHER_CONTENT', expected: 'a higher revision for a changed reflection' } as const;
export const CONFLICT_OF_SESSIONS = { column: 'session_id', rule: 'SAME_SESSION_OTHER_CONTENT', expected: 'one row for each session' } as const;

/** The report of an import. */
export function reportOf({ read, rejected: refused, rejections: found }: Received, merged: Merged, conflict: Omit<Rejection, 'line'> = CONFLICT_OF_REFLECTIONS): ImportReport {
  const { accepted, replaced, withdrawn, conflicting, conflictingLines } = merged;
  const conflicts = conflictingLines.map((line): Rejection => ({ line, ...conflict }));
  const rejections = [...found, ...conflicts].sort((one, other) => one.line - other.line).slice(0, MAX_REJECTIONS);
  const rejected = refused + conflicting;
  const unchanged = read - accepted - replaced - withdrawn - rejected;
  return { read, accepted, unchanged, replaced, withdrawn, rejected, rejections };
}

/** The report of a delivery that was refused as a whole: what was found wrong, and that nothing was stored. */
export function reportOfNothing({ read, rejected, rejections }: Received): ImportReport {
  return { read, accepted: 0, unchanged: 0, replaced: 0, withdrawn: 0, rejected, rejections };
}

/** The rejections as CSV for a spreadsheet: line;column;rule;expected. Our own words only, so no cell can be a formula. */
export function rejectionsAsCsv({ rejections }: Received): string {
  const quoted = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = rejections.map(({ line, column, rule, expected }) => `${line};${column};${rule};${quoted(expected)}\r\n`);
  return `line;column;rule;expected\r\n${rows.join('')}`;
}

/** The report in lines for a person. @param shown how many rejections are named; the last line says where the others are. */
export function reportAsLines(report: ImportReport, shown: number, wherePutting: string): string[] {
  const { read, accepted, unchanged, replaced, withdrawn, rejected, rejections } = report;
  const summary = `${read} ${read === 1 ? 'row' : 'rows'} read: ${accepted} accepted, ${unchanged} unchanged, ${replaced} replaced, ${withdrawn} withdrawn, ${rejected} rejected.`;
  if (rejected === 0) return [summary];
  const named = rejections.slice(0, shown).map(({ line, column, rule, expected }) => `  line ${line}, ${column}: ${rule}; expected ${expected}`);
  const more = rejections.length > shown ? [`  and ${rejections.length - shown} more; ${wherePutting}`] : [];
  return [summary, ...named, ...more];
}
