import { hash } from 'node:crypto';
import { columnOf, REFLECTION_FIELD_NAMES, remembering, type NoticedPitfall, type Reflection, type SubmittedReflection } from '@rolvast/domain';
import type { PseudonymPurpose, Pseudonymiser } from '../pseudonymise/pseudonymiser.js';

/** Columns of intake.reflection that a delivery fills, in the order of {@link StagedRowWriter}; all but the organisation. */
export const DELIVERED_COLUMNS: readonly string[] = [
  'reflection_pseudonym',
  'revision',
  'status',
  'team_id',
  'contributor_pseudonym',
  'case_pseudonym',
  'reflected_on',
  'content_hash',
  ...REFLECTION_FIELD_NAMES.map(columnOf),
];

/** Columns of a staged reflection: the line of the file it stood on, and what it delivers. */
export const STAGED_COLUMNS: readonly string[] = ['line', ...DELIVERED_COLUMNS];

/** Professionals and cases come back row after row; 20,000 pseudonyms take about 4 MB. */
const REMEMBERED_PSEUDONYMS = 20_000;
/** How COPY text writes an unknown value. */
const UNKNOWN = '\\N';
const NOTHING_RECORDED = REFLECTION_FIELD_NAMES.map(() => UNKNOWN).join('\t');
const SPECIAL = /[\\\t\n\r]/;

/**
 * Writes submitted reflections as lines of PostgreSQL's COPY text. From here on there are pseudonyms only.
 *
 * The content hash is SHA-256 over status, team, date and what was recorded. The pseudonyms of contributor and case are
 * compared on their own, so that they can be wrapped with another key without touching the hash.
 */
export class StagedRowWriter {
  private readonly contributorCell: (reference: string) => string;
  private readonly caseCell: (reference: string) => string;

  constructor(private readonly pseudonymiser: Pseudonymiser) {
    this.contributorCell = remembering((reference) => this.pseudonymCell('contributor', reference), REMEMBERED_PSEUDONYMS);
    this.caseCell = remembering((reference) => this.pseudonymCell('case', reference), REMEMBERED_PSEUDONYMS);
  }

  /**
   * The line to stage for a submitted reflection; a withdrawn one keeps its place and nothing of what was recorded.
   *
   * @param line where it stands in its file.
   */
  lineOf(line: number, { references, reflection, revision, status, reflectedOn }: SubmittedReflection, teamId: number): string {
    const outcomes = status === 'withdrawn' ? NOTHING_RECORDED : outcomeCells(reflection);
    const contentHash = hash('sha256', `${status}\t${teamId}\t${reflectedOn}\t${outcomes}`, 'hex');
    const pseudonyms = `${this.contributorCell(references.professional)}\t${this.caseCell(references.case)}`;
    const reflectionCell = this.pseudonymCell('reflection', references.reflection);
    return `${line}\t${reflectionCell}\t${revision}\t${status}\t${teamId}\t${pseudonyms}\t${reflectedOn}\t\\\\x${contentHash}\t${outcomes}\n`;
  }

  private pseudonymCell(purpose: PseudonymPurpose, reference: string): string {
    return `\\\\x${this.pseudonymiser.hexPseudonymOf(purpose, reference)}`;
  }
}

function outcomeCells(reflection: Reflection): string {
  let cells = '';
  for (const field of REFLECTION_FIELD_NAMES) {
    const value = field === 'pitfalls' ? (reflection.pitfalls?.map(pitfallText) ?? null) : reflection[field];
    cells += `${cells === '' ? '' : '\t'}${copyCell(value)}`;
  }
  return cells;
}

function pitfallText({ pitfall, subtype }: NoticedPitfall): string {
  return subtype === null ? pitfall : `${pitfall}:${subtype}`;
}

/** A value as a cell of COPY text. The elements of a list are codes of letters, underscores and a colon: nothing in them needs quoting. */
export function copyCell(value: string | number | boolean | readonly string[] | null): string {
  switch (typeof value) {
    case 'string':
      return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => COPY_ESCAPES[character] ?? character) : value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 't' : 'f';
    default:
      return value === null ? UNKNOWN : `{${value.join(',')}}`;
  }
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
