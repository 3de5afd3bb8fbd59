import type { LocalDate } from '../period/local-date.js';
import type { CellRule, FormFaultCode } from './field-rule.js';
import type { CrossFieldFaultCode } from './reflection-rules.js';
import { findReferenceFault, normaliseReference, REFERENCE_MAX_LENGTH, type ReferenceFaultCode } from './source-reference.js';

/** Why a row is rejected; the same words for every kind of file. */
export type RowFaultCode =
  | 'REQUIRED'
  | 'NOT_A_TEXT'
  | 'UNKNOWN_TEAM'
  | FormFaultCode
  | 'DATE_IN_FUTURE'
  | 'DATE_TOO_EARLY'
  | 'DATE_NO_LONGER_LINKED'
  | CrossFieldFaultCode
  | ReferenceFaultCode;

/** One thing wrong with one row: where, which rule, and what was expected. Never the value. */
export interface RowFault {
  readonly column: string;
  readonly code: RowFaultCode;
  readonly expected: string;
}

/** What is known about the references of a source. */
export interface ReferenceRules {
  /** Whether its numbers of eight or nine digits are its own and not citizen numbers; see OWN_NUMBERING_MAX_SHARE. */
  readonly hasOwnNumbering: boolean;
}

/** What depends on who delivers and on what is still kept; everything else about a row is the same for everybody. */
export interface DeliveryRules extends ReferenceRules {
  /**
   * First day whose rows still have pseudonyms; null when none were deleted yet. An older row can't be
   * matched with what is stored, so it would come in a second time.
   */
  readonly linkedFrom: LocalDate | null;
  /** The teams of the organisation by code, in lower case; null when they are not at hand, and then any code will do. */
  readonly teams: KnownTeams | null;
}

export type KnownTeams = Pick<ReadonlySet<string>, 'has'>;

/** A source nobody registered anything about, and an organisation of which nothing is known. */
export const STRICTEST_DELIVERY: DeliveryRules = { hasOwnNumbering: false, linkedFrom: null, teams: null };

/** No row of any file lies before this day. */
export const EARLIEST_DATE = '2000-01-01';

const REFERENCE_EXPECTED = `a reference of the source system of at most ${REFERENCE_MAX_LENGTH} visible characters, no e-mail address, phone number or BSN`;

export const DATE_EXPECTED = 'a date as YYYY-MM-DD or DD-MM-YYYY that exists';

/** What a row before the first linked day should have been. */
export function noLongerLinked(from: LocalDate): string {
  return `a date on or after ${from}; older rows are kept without pseudonyms and can't be matched any more`;
}

/** The cells of one row by column name; a column that is left out counts as empty, an empty cell as unknown. */
export type Cells = Readonly<Record<string, string | undefined>>;

/** A reference as it goes into a pseudonym, and what makes it unfit for that. */
export interface JudgedReference {
  readonly reference: string;
  readonly code: ReferenceFaultCode | null;
}

/** Normalises a reference and judges it; see findReferenceFault. */
export function judgeReference(text: string, { hasOwnNumbering }: ReferenceRules): JudgedReference {
  const reference = normaliseReference(text);
  return { reference, code: findReferenceFault(reference, hasOwnNumbering) };
}

/** Reads cells of one row and gathers the faults, so that a person sees all of them in one go. */
export class CellReader {
  readonly faults: RowFault[] = [];

  constructor(
    private readonly row: Cells,
    private readonly references: ReferenceRules,
  ) {}

  refuse(column: string, code: RowFaultCode, expected: string): void {
    this.faults.push({ column, code, expected });
  }

  /** The text of a cell that must be filled in; '' with a fault when it is not. */
  required(column: string): string {
    const text = this.text(column);
    if (text === '') this.refuse(column, 'REQUIRED', 'filled in');
    return text;
  }

  /** The code of a team in lower case, with a fault when it is missing or there is no such team. */
  team(teams: KnownTeams | null): string {
    const code = this.required('team').toLowerCase();
    if (code !== '' && teams !== null && !teams.has(code)) this.refuse('team', 'UNKNOWN_TEAM', 'the code of a team of the organisation file');
    return code;
  }

  /**
   * A normalised reference, with a fault when it is missing or holds personal data in disguise.
   *
   * @param judge where a caller remembers the judgements of {@link judgeReference}.
   */
  reference(column: string, judge: ((text: string) => JudgedReference) | null = null): string {
    const text = this.required(column);
    const { reference, code } = judge === null ? judgeReference(text, this.references) : judge(text);
    if (code !== null) this.refuse(column, code, REFERENCE_EXPECTED);
    return reference;
  }

  /** The value of a cell that may be empty; null when it is, and null with a fault when it has another form. */
  optional<Value>(column: string, rule: CellRule<Value>): Value | null {
    const text = this.text(column);
    if (text === '') return null;
    const value = rule.read(text);
    if (value === null) this.refuse(column, rule.faultOf(text), rule.expected);
    return value;
  }

  /** As {@link optional}, with a fault when the cell is empty. */
  filled<Value>(column: string, rule: CellRule<Value>): Value | null {
    return this.required(column) === '' ? null : this.optional(column, rule);
  }

  private text(column: string): string {
    const text = this.row[column];
    // Most cells of most rows are empty, and a row has many.
    return text === undefined || text === '' ? '' : text.trim();
  }
}
