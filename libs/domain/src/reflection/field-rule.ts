import { parseLocalDate, type LocalDate } from '../period/local-date.js';

/** What a field can hold, as data: for whoever has to name every value, such as a breakdown. */
export type FieldForm =
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly several: boolean }
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'number'; readonly from: number; readonly to: number; readonly decimals: 0 | 2 }
  | { readonly kind: 'date' }
  | { readonly kind: 'pitfalls' };

/** In what way a text is no value of its field. */
export type FormFaultCode =
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_SUBTYPE'
  | 'NAMED_TWICE'
  | 'NONE_WITH_OTHERS'
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'NOT_A_DATE'
  | 'NO_SUCH_DAY';

/** How a cell is read. Values arrive trimmed and non-empty. */
export interface CellRule<Value> {
  /** The form a person should supply, in words for an import report. */
  readonly expected: string;
  /** The value, or null when the text is none. */
  read(text: string): Value | null;
  /** What is wrong with a text that has no value. */
  faultOf(text: string): FormFaultCode;
}

/** How the value of one field of a reflection is read, and what it can hold. */
export interface FieldRule<Value> extends CellRule<Value> {
  readonly form: FieldForm;
}

/** What a rule reads. */
export type ValueOf<Rule> = Rule extends FieldRule<infer Value> ? Value : never;

const WHOLE = /^\d{1,9}$/;
const DECIMAL = /^\d{1,6}([.,]\d{1,2})?$/;

/** One code of a list, in any case of letters. */
export function oneOf<const Code extends string>(...codes: readonly Code[]): FieldRule<Code> {
  return {
    expected: `one of ${codes.join(', ')}`,
    form: { kind: 'codes', codes, several: false },
    read: (text) => {
      const wanted = text.toLowerCase();
      return codes.find((code) => code === wanted) ?? null;
    },
    faultOf: () => 'UNKNOWN_CODE',
  };
}

/** Several codes of a list separated by `|`, each at most once. They come out in the order of the list: the order of writing means nothing. */
export function severalOf<const Code extends string>(...codes: readonly Code[]): FieldRule<readonly Code[]> {
  const single = oneOf(...codes);
  return {
    expected: `${codes.join(', ')}, separated by |, each at most once`,
    form: { kind: 'codes', codes, several: true },
    read: (text) => {
      const parts = text.split('|').map((part) => single.read(part.trim()));
      const known = parts.filter((part) => part !== null);
      const distinct = new Set(known);
      return known.length === parts.length && distinct.size === known.length ? codes.filter((code) => distinct.has(code)) : null;
    },
    faultOf: (text) => (text.split('|').every((part) => single.read(part.trim()) !== null) ? 'NAMED_TWICE' : 'UNKNOWN_CODE'),
  };
}

export function yesOrNo(): FieldRule<boolean> {
  const words = oneOf('yes', 'no');
  return {
    expected: 'yes or no',
    form: { kind: 'yes-or-no' },
    read: (text) => {
      const word = words.read(text);
      return word === null ? null : word === 'yes';
    },
    faultOf: () => 'UNKNOWN_CODE',
  };
}

/** A whole number of at most nine digits in [from, to]. */
export function wholeNumber(from: number, to: number): FieldRule<number> {
  return {
    expected: `a whole number from ${from} to ${to}`,
    form: { kind: 'number', from, to, decimals: 0 },
    read: (text) => (WHOLE.test(text) ? within(Number(text), from, to) : null),
    faultOf: (text) => (WHOLE.test(text) ? 'OUT_OF_RANGE' : 'NOT_A_NUMBER'),
  };
}

/** A number with at most two decimals, written with a comma or a point, in [from, to]. */
export function decimalNumber(from: number, to: number): FieldRule<number> {
  return {
    expected: `a number from ${from} to ${to} with at most two decimals`,
    form: { kind: 'number', from, to, decimals: 2 },
    read: (text) => (DECIMAL.test(text) ? within(Number(text.replace(',', '.')), from, to) : null),
    faultOf: (text) => (DECIMAL.test(text) ? 'OUT_OF_RANGE' : 'NOT_A_NUMBER'),
  };
}

export function calendarDate(): FieldRule<LocalDate> {
  return { expected: 'a date as YYYY-MM-DD or DD-MM-YYYY that exists', form: { kind: 'date' }, read: parseLocalDate, faultOf: dateFaultOf };
}

/** What is wrong with a text that is no date: another form, or a day that the calendar does not have. */
export function dateFaultOf(text: string): FormFaultCode {
  return /^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})$/.test(text) ? 'NO_SUCH_DAY' : 'NOT_A_DATE';
}

function within(value: number, from: number, to: number): number | null {
  return value >= from && value <= to ? value : null;
}
