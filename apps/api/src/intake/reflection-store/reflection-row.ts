import { createHash } from 'node:crypto';
import { REFLECTION_FIELDS, columnOf, type NoticedPitfall, type Reflection, type SubmittedReflection } from '@rolvast/domain';
import type { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';

/** A value as the database stores it. */
export type StoredValue = string | number | boolean | readonly string[] | Buffer | null;

const OUTCOME_FIELDS = Object.keys(REFLECTION_FIELDS);

/** Columns of a staged reflection, in the order of {@link toStagedRow}. */
export const STAGED_COLUMNS: readonly string[] = [
  'line',
  'reflection_pseudonym',
  'revision',
  'status',
  'team_id',
  'contributor_pseudonym',
  'case_pseudonym',
  'reflected_on',
  'content_hash',
  ...OUTCOME_FIELDS.map(columnOf),
];

/**
 * The row to store for a submitted reflection. From here on there are pseudonyms only.
 *
 * A withdrawn reflection keeps its place and nothing of what was recorded.
 */
export function toStagedRow(line: number, submitted: SubmittedReflection, teamId: number, pseudonymiser: Pseudonymiser): StoredValue[] {
  const { references, reflection, status } = submitted;
  const contributor = pseudonymiser.firstPseudonymOf('contributor', references.professional);
  const careCase = pseudonymiser.firstPseudonymOf('case', references.case);
  const outcomes = status === 'withdrawn' ? OUTCOME_FIELDS.map(() => null) : outcomeValues(reflection);
  // Made from what no rotation changes, and then wrapped like a pseudonym: so it stays the same for the same content.
  const content = [status, teamId, contributor.toString('hex'), careCase.toString('hex'), submitted.reflectedOn, ...outcomes];
  return [
    line,
    pseudonymiser.pseudonymOf('reflection', references.reflection),
    submitted.revision,
    status,
    teamId,
    pseudonymiser.wrap('contributor', contributor),
    pseudonymiser.wrap('case', careCase),
    submitted.reflectedOn,
    pseudonymiser.wrap('content', createHash('sha256').update(JSON.stringify(content)).digest()),
    ...outcomes,
  ];
}

function outcomeValues(reflection: Reflection): StoredValue[] {
  const { pitfalls, ...others } = reflection;
  const stored = { ...others, pitfalls: pitfalls === null ? null : pitfalls.map(pitfallText) };
  const byField = new Map<string, StoredValue>(Object.entries(stored));
  return OUTCOME_FIELDS.map((field) => byField.get(field) ?? null);
}

function pitfallText({ pitfall, subtype }: NoticedPitfall): string {
  return subtype === null ? pitfall : `${pitfall}:${subtype}`;
}

/** One line of PostgreSQL's COPY text format. */
export function toCopyLine(values: readonly StoredValue[]): string {
  return `${values.map(toCopyCell).join('\t')}\n`;
}

function toCopyCell(value: StoredValue): string {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  // The elements of a list are codes of capitals, underscores and a colon: nothing in them needs quoting.
  const text = Array.isArray(value) ? `{${value.join(',')}}` : String(value);
  return text.replace(/[\\\t\n\r]/g, (character) => COPY_ESCAPES[character] ?? character);
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
