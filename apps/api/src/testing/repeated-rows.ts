/** A file in which the same reflections come back far apart, and what any way of importing it into an empty organisation must report. */
export interface RepeatedRows {
  readonly text: string;
  readonly report: object;
}

const ROWS = 25_000;
const HEADER = 'reflection_id;revision;team;professional;case;reflected_on;pitfalls\r\n';
const line = (id: string, revision: number, pitfalls: string): string => `${id};${revision};team-a;M1;D1;2026-01-01;${pitfalls}\r\n`;

/** Places (from 0) of rows that come back; more than 11,000 rows apart, so that each comes in another portion of a merge in passing. */
const COMING_BACK = new Map([
  [12_500, line('P1', 1, 'NONE')],
  [12_501, line('P2', 1, 'SECRECY')],
  [24_000, line('P1', 1, 'NONE')],
  [24_001, line('P2', 1, 'BOUNDARIES')],
  [24_002, line('P3', 2, 'SECRECY')],
  [24_003, line('P12600', 2, 'SECRECY')],
  [24_004, line('P23999', 1, 'SECRECY')],
]);

/**
 * Rows P0 to P24999, of which some places say again what was said before: the same (P1, twice), another thing under the
 * same revision (P2 twice, P23999), and a higher revision (P3, P12600).
 */
export function repeatedRows(): RepeatedRows {
  const rows = Array.from({ length: ROWS }, (_, index) => COMING_BACK.get(index) ?? line(`P${index}`, 1, 'NONE'));
  const rejections = [12_501, 24_001, 24_004].map((place) => ({ line: place + 2, column: 'revision', rule: 'SAME_REVISION_OTHER_CONTENT', expected: 'a higher revision for a changed reflection' }));
  return {
    text: `${HEADER}${rows.join('')}`,
    report: { read: ROWS, accepted: ROWS - COMING_BACK.size, unchanged: 4, replaced: 0, withdrawn: 0, rejected: rejections.length, rejections },
  };
}
