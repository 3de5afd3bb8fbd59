import { parseLocalDate, type LocalDate } from '../period/local-date.js';

/** What a field can hold, as data: for whoever has to name every value, such as a breakdown. */
export type FieldForm =
  | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly several: boolean }
  | { readonly kind: 'yes-or-no' }
  | { readonly kind: 'number'; readonly from: number; readonly to: number; readonly decimals: 0 | 2 }
  | { readonly kind: 'date' }
  | { readonly kind: 'pitfalls' };

/** How a cell is read. Values arrive trimmed and non-empty. */
export interface CellRule<Value> {
  /** The form a person should supply, in words for an import report. */
  readonly expected: string;
  /** The value, or null when the text has another form. */
  read(text: string): Value | null;
}

/** How the value of one field of a reflection is read, and what it can hold. */
export interface FieldRule<Value> extends CellRule<Value> {
  readonly form: FieldForm;
}

/** What a rule reads. */
export type ValueOf<Rule> = Rule extends FieldRule<infer Value> ? Value : never;

/** One code of a list, in any case of letters. */
export function oneOf<const Code extends string>(...codes: readonly Code[]): FieldRule<Code> {
  return {
    expected: `one of ${codes.join(', ')}`,
    form: { kind: 'codes', codes, several: false },
    read: (text) => {
      const wanted = text.toLowerCase();
      return codes.find((code) => code === wanted) ?? null;
    },
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
  };
}

/** A whole number of at most nine digits in [from, to]. */
export function wholeNumber(from: number, to: number): FieldRule<number> {
  return {
    expected: `a whole number from ${from} to ${to}`,
    form: { kind: 'number', from, to, decimals: 0 },
    read: (text) => (/^\d{1,9}$/.test(text) ? within(Number(text), from, to) : null),
  };
}

/** A number with at most two decimals, written with a comma or a point, in [from, to]. */
export function decimalNumber(from: number, to: number): FieldRule<number> {
  return {
    expected: `a number from ${from} to ${to} with at most two decimals`,
    form: { kind: 'number', from, to, decimals: 2 },
    read: (text) => (/^\d{1,6}([.,]\d{1,2})?$/.test(text) ? within(Number(text.replace(',', '.')), from, to) : null),
  };
}

export function calendarDate(): FieldRule<LocalDate> {
  return { expected: 'a date as YYYY-MM-DD or DD-MM-YYYY that exists', form: { kind: 'date' }, read: parseLocalDate };
}

function within(value: number, from: number, to: number): number | null {
  return value >= from && value <= to ? value : null;
}
