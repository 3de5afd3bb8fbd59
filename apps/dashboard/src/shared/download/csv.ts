import type { Language } from '@rolvast/domain';

/** A cell of a table to keep: text, a number, or nothing. */
export type CsvCell = string | number | null;

const FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as a CSV file that opens as it is in a spreadsheet of the reader's country: in Dutch `;` and a decimal comma, in English `,` and a point.
 *
 * Text that a spreadsheet would run as a formula (it begins with = + - @ TAB or CR) gets an apostrophe before it; numbers stay numbers.
 *
 * @param rows the first one holds the headings.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], language: Language): string {
  const separator = language === 'nl' ? ';' : ',';
  return `${BYTE_ORDER_MARK}${rows.map((row) => row.map((cell) => cellText(cell, separator, language)).join(separator)).join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell, separator: string, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return language === 'nl' ? String(cell).replace('.', ',') : String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return [separator, '"', '\n', '\r', '\t'].some((sign) => safe.includes(sign)) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
