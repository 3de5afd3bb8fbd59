import { parseLocalDate, type LocalDate } from '../period/local-date.js';
import { PITFALLS, type PitfallCatalogue } from '../role-model/pitfall.js';
import { failure, success, type Result } from '../shared/result.js';
import { CellReader, DATE_EXPECTED, EARLIEST_DATE, noLongerLinked, STRICTEST_DELIVERY, type DeliveryRules, type RowFault, type RowFaultCode } from './cell-reader.js';
import { oneOf, wholeNumber } from './field-rule.js';
import { noticedPitfalls } from './pitfalls-field.js';
import { columnOf, REFLECTION_FIELD_NAMES, REFLECTION_FIELDS, type Reflection, type ReflectionField } from './reflection-fields.js';
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

/**
 * Reads one row of a reflections file.
 *
 * @param row the cells by column name; a column that is left out counts as empty, an empty cell as unknown.
 * @param today the date in the Netherlands: reflections of tomorrow are refused.
 * @param pitfalls the pitfalls whose sub-types may be recorded.
 * @param rules what is known about the source and the organisation.
 * @returns the reflection, or every fault of the row at once. A fault never holds a value of the row.
 */
export function parseReflection(
  row: Readonly<Record<string, string | undefined>>,
  today: LocalDate,
  pitfalls: PitfallCatalogue = PITFALLS,
  rules: DeliveryRules = STRICTEST_DELIVERY,
): Result<SubmittedReflection, readonly ReflectionFault[]> {
  const cells = new CellReader(row, rules);
  const reflectedOn = readReflectedOn(cells, today, rules.linkedFrom);
  const references = {
    reflection: cells.reference('reflection_id'),
    professional: cells.reference('professional'),
    case: cells.reference('case'),
  };
  const revision = cells.optional('revision', revisionRule) ?? 1;
  const status = cells.optional('status', statusRule) ?? 'final';
  const teamCode = cells.required('team').toLowerCase();
  const reflection = readFields(cells, pitfalls);
  checkCrossFieldRules(cells, reflection, reflectedOn);
  if (reflectedOn === null || cells.faults.length > 0) return failure(cells.faults);
  return success({ references, revision, status, teamCode, reflectedOn, reflection });
}

function checkCrossFieldRules(cells: CellReader, reflection: Reflection, reflectedOn: LocalDate | null): void {
  const unread = new Set(cells.faults.map((fault) => fault.column));
  for (const { field, looksAt, code, expected, isKept } of CROSS_FIELD_RULES) {
    const isReadable = !unread.has(columnOf(field)) && (looksAt === null ? reflectedOn !== null : !unread.has(columnOf(looksAt)));
    if (isReadable && !isKept(reflection, reflectedOn)) cells.refuse(columnOf(field), code, expected);
  }
}

function readReflectedOn(cells: CellReader, today: LocalDate, linkedFrom: LocalDate | null): LocalDate | null {
  const text = cells.required('reflected_on');
  if (text === '') return null;
  const date = parseLocalDate(text);
  if (date === null) cells.refuse('reflected_on', 'NOT_IN_FORM', DATE_EXPECTED);
  else if (date > today) cells.refuse('reflected_on', 'DATE_IN_FUTURE', 'a date that is not in the future');
  else if (date < EARLIEST_DATE) cells.refuse('reflected_on', 'DATE_TOO_EARLY', `a date on or after ${EARLIEST_DATE}`);
  else if (linkedFrom !== null && date < linkedFrom) cells.refuse('reflected_on', 'DATE_NO_LONGER_LINKED', noLongerLinked(linkedFrom));
  return date;
}

function readFields(cells: CellReader, pitfalls: PitfallCatalogue): Reflection {
  const ruleOf = (field: ReflectionField) => (field === 'pitfalls' ? noticedPitfalls(pitfalls) : REFLECTION_FIELDS[field]);
  const values = REFLECTION_FIELD_NAMES.map((field) => [field, cells.optional<unknown>(columnOf(field), ruleOf(field))]);
  // Each value was read by the rule of its own field, which is what the type of Reflection says.
  return Object.fromEntries(values) as Reflection;
}
