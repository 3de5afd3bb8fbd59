import { ReflectionParser, type LocalDate } from '@rolvast/domain';
import { decodeText, NotText } from './decode-text.js';
import { FileRefused, findHeaderFault, normaliseColumn, notCsv } from './reflections-file.js';
import type { ReadRow } from './row-reader.js';
import { NotCsv, RecordSplitter, type CsvRecord } from './split-records.js';

const CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u;
const MAX_HEADER_CHARACTERS = 64 * 1024;

/** Rows of a delivery in CSV: `;` or `,`, UTF-8 or Windows-1252, LF or CRLF, headers in any case of letters. */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, today: LocalDate): AsyncGenerator<readonly ReadRow[]> {
  try {
    const delivery = new CsvDelivery(today);
    for await (const text of decodeText(bytes)) yield delivery.push(text);
    yield delivery.end();
  } catch (error) {
    if (error instanceof NotText || error instanceof NotCsv) throw new FileRefused(notCsv(error.reason));
    throw error;
  }
}

/** A CSV file on its way in: first its header, then its rows. */
class CsvDelivery {
  private head: string | null = '';
  private splitter = new RecordSplitter(';');
  private columns: readonly string[] | null = null;
  private readonly parser: ReflectionParser;

  constructor(today: LocalDate) {
    this.parser = new ReflectionParser(today);
  }

  push(text: string): ReadRow[] {
    if (this.head === null) return this.rowsOf(this.splitter.push(text));
    this.head += text;
    if (!/[\r\n]/.test(this.head) && this.head.length < MAX_HEADER_CHARACTERS) return [];
    return this.begin(this.head);
  }

  end(): ReadRow[] {
    return [...(this.head === null ? [] : this.begin(this.head)), ...this.rowsOf(this.splitter.end())];
  }

  private begin(text: string): ReadRow[] {
    this.head = null;
    const [header = '', lineBreak = ''] = text.split(/(\r\n|\n|\r)/, 2);
    // A carriage return at the very end of a piece may have its line feed in the next.
    if (lineBreak === '\r' && text.length > header.length + 1) throw new NotCsv('its lines end in CR only; they must end in LF or CRLF');
    if (header.trim() === '') throw new NotCsv('its first line is empty');
    if (CONTROL_CHARACTER.test(header.replaceAll('\t', ''))) throw new NotCsv('its first line holds characters that are no text');
    this.splitter = new RecordSplitter(header.includes(';') ? ';' : ',');
    return this.rowsOf(this.splitter.push(text));
  }

  private rowsOf(records: readonly CsvRecord[]): ReadRow[] {
    const rows: ReadRow[] = [];
    for (const { line, cells } of records) {
      if (this.columns === null) this.columns = columnsOf(cells);
      else rows.push({ line, parsed: this.parser.parse(cellsByColumn(this.columns, cells, line)) });
    }
    return rows;
  }
}

function columnsOf(header: readonly string[]): readonly string[] {
  const columns = header.map(normaliseColumn);
  const fault = findHeaderFault(columns);
  if (fault !== null) throw new FileRefused(fault);
  return columns;
}

function cellsByColumn(columns: readonly string[], cells: readonly string[], line: number): Record<string, string> {
  if (cells.length !== columns.length) throw new NotCsv(`line ${line} has ${cells.length} cells and the header has ${columns.length}`);
  const byColumn: Record<string, string> = {};
  columns.forEach((column, index) => {
    byColumn[column] = cells[index] ?? '';
  });
  return byColumn;
}
