import { parseLocalDate, type LocalDate } from '../period/local-date.js';
import { PITFALLS, type PitfallCatalogue } from '../role-model/pitfall.js';
import { remembering } from '../shared/remembering.js';
import { failure, success, type Result } from '../shared/result.js';
import {
  CellReader,
  DATE_EXPECTED,
  EARLIEST_DATE,
  judgeReference,
  noLongerLinked,
  STRICTEST_DELIVERY,
  type Cells,
  type DeliveryRules,
  type RowFault,
  type RowFaultCode,
} from './cell-reader.js';
import { dateFaultOf, oneOf, wholeNumber, type CellRule } from './field-rule.js';
import { noticedPitfalls } from './pitfalls-field.js';
import { columnOf, REFLECTION_FIELD_NAMES, REFLECTION_FIELDS, UNANSWERED, type Reflection, type ReflectionField } from './reflection-fields.js';
import { CROSS_FIELD_RULES } from './reflection-rules.js';

export type ReflectionFaultCode = RowFaultCode;
export type ReflectionFault = RowFault;

/** References as the source system knows them, normalised. They go into a pseudonym and nowhere else. */
export interface SourceReferences {
  readonly reflection: string;
  readonly professional: string;
  readonly case: string;
}

/** A row that passed every rule. */
export interface SubmittedReflection {
  readonly references: SourceReferences;
  readonly revision: number;
  readonly status: 'final' | 'withdrawn';
  readonly teamCode: string;
  readonly reflectedOn: LocalDate;
  readonly reflection: Reflection;
}

/** Columns that say which reflection this is; the others are the fields of {@link REFLECTION_FIELDS}. */
const IDENTITY_COLUMNS = ['reflection_id', 'revision', 'status', 'team', 'professional', 'case', 'reflected_on'] as const;

export const REQUIRED_COLUMNS = ['reflection_id', 'team', 'professional', 'case', 'reflected_on'] as const;

/** Every column a reflections file may have, in order. */
export const REFLECTION_COLUMNS: readonly string[] = [...IDENTITY_COLUMNS, ...REFLECTION_FIELD_NAMES.map(columnOf)];

const revisionRule = wholeNumber(1, 999_999_999);
const statusRule = oneOf('final', 'withdrawn');
/** Enough for every code, score and date that occurs; what is written in more ways than this is simply read again. */
const REMEMBERED_CELLS = 5_000;

/**
 * Reads one row of a reflections file. For many rows use a {@link ReflectionParser}.
 *
 * @param row the cells by column name; a column that is left out counts as empty, an empty cell as unknown.
 * @param today the date in the Netherlands: reflections of tomorrow are refused.
 * @param pitfalls the pitfalls whose sub-types may be recorded.
 * @param rules what is known about the source and the organisation.
 * @returns the reflection, or every fault of the row at once. A fault never holds a value of the row.
 */
export function parseReflection(
  row: Cells,
  today: LocalDate,
  pitfalls: PitfallCatalogue = PITFALLS,
  rules: DeliveryRules = STRICTEST_DELIVERY,
): Result<SubmittedReflection, readonly ReflectionFault[]> {
  return new ReflectionParser(today, pitfalls, rules).parse(row);
}

/** Where a field stands in a row and how it is read. */
interface FieldPlan {
  readonly field: ReflectionField;
  readonly column: string;
  readonly rule: CellRule<unknown>;
}

/** Reads the rows of one delivery. It remembers how cells read, since few are written in more than a handful of ways. */
export class ReflectionParser {
  private readonly fields: readonly FieldPlan[];
  private readonly knownReference = remembering((text) => judgeReference(text, this.rules), REMEMBERED_CELLS);
  private readonly readDate = remembering(parseLocalDate, REMEMBERED_CELLS);

  /** The parameters are those of {@link parseReflection}. */
  constructor(
    private readonly today: LocalDate,
    pitfalls: PitfallCatalogue = PITFALLS,
    private readonly rules: DeliveryRules = STRICTEST_DELIVERY,
  ) {
    this.fields = REFLECTION_FIELD_NAMES.map((field) => {
      const rule: CellRule<unknown> = field === 'pitfalls' ? noticedPitfalls(pitfalls) : REFLECTION_FIELDS[field];
      return { field, column: columnOf(field), rule: { ...rule, read: remembering((text) => rule.read(text), REMEMBERED_CELLS) } };
    });
  }

  /**
   * Reads one row.
   *
   * @returns the reflection, or every fault of the row at once. A fault never holds a value of the row.
   */
  parse(row: Cells): Result<SubmittedReflection, readonly ReflectionFault[]> {
    const cells = new CellReader(row, this.rules);
    const reflectedOn = this.reflectedOn(cells);
    const references = {
      // Every reflection has an id of its own, so remembering it would only push out what comes again.
      reflection: cells.reference('reflection_id'),
      professional: cells.reference('professional', this.knownReference),
      case: cells.reference('case', this.knownReference),
    };
    const revision = cells.optional('revision', revisionRule) ?? 1;
    const status = cells.optional('status', statusRule) ?? 'final';
    const teamCode = cells.team(this.rules.teams);
    const reflection = this.fieldsOf(cells);
    checkCrossFieldRules(cells, reflection, reflectedOn);
    if (reflectedOn === null || cells.faults.length > 0) return failure(cells.faults);
    return success({ references, revision, status, teamCode, reflectedOn, reflection });
  }

  private reflectedOn(cells: CellReader): LocalDate | null {
    const { linkedFrom } = this.rules;
    const text = cells.required('reflected_on');
    if (text === '') return null;
    const date = this.readDate(text);
    if (date === null) cells.refuse('reflected_on', dateFaultOf(text), DATE_EXPECTED);
    else if (date > this.today) cells.refuse('reflected_on', 'DATE_IN_FUTURE', 'a date that is not in the future');
    else if (date < EARLIEST_DATE) cells.refuse('reflected_on', 'DATE_TOO_EARLY', `a date on or after ${EARLIEST_DATE}`);
    else if (linkedFrom !== null && date < linkedFrom) cells.refuse('reflected_on', 'DATE_NO_LONGER_LINKED', noLongerLinked(linkedFrom));
    return date;
  }

  private fieldsOf(cells: CellReader): Reflection {
    const values: Record<string, unknown> = { ...UNANSWERED };
    for (const { field, column, rule } of this.fields) values[field] = cells.optional(column, rule);
    // Each value was read by the rule of its own field, which is what the type of Reflection says.
    return values as Reflection;
  }
}

/** The rules over more than one field, with the names of their columns. */
const RULES_BY_COLUMN = CROSS_FIELD_RULES.map((rule) => ({
  ...rule,
  column: columnOf(rule.field),
  otherColumn: rule.looksAt === null ? null : columnOf(rule.looksAt),
}));

const NOTHING_UNREAD: ReadonlySet<string> = new Set();

function checkCrossFieldRules(cells: CellReader, reflection: Reflection, reflectedOn: LocalDate | null): void {
  const unread = cells.faults.length === 0 ? NOTHING_UNREAD : new Set(cells.faults.map((fault) => fault.column));
  for (const { column, otherColumn, code, expected, isKept } of RULES_BY_COLUMN) {
    const isReadable = !unread.has(column) && (otherColumn === null ? reflectedOn !== null : !unread.has(otherColumn));
    if (isReadable && !isKept(reflection, reflectedOn)) cells.refuse(column, code, expected);
  }
}
