import { row, type Cells } from './reflection-rows.js';

/** A reflection that meets the rule of an alert: a child was not seen, and a concern was recorded. */
export function alertingRow(id: string, cells: Cells = {}): Cells {
  return row({ reflection_id: id, minors_involved: 'yes', child_seen: 'no', child_spoken: 'too_young', child_safety_discussed: 'yes', child_concerns: 'addiction', ...cells });
}

/** The same reflection once the child was seen. */
export function seenRow(id: string, revision: number): Cells {
  return alertingRow(id, { revision: String(revision), child_seen: 'yes' });
}

/** The same reflection taken back. */
export function withdrawnRow(id: string, revision: number): Cells {
  return row({ reflection_id: id, revision: String(revision), status: 'withdrawn' });
}
