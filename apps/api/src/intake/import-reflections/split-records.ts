/** One record of a CSV file: its cells, and the line it begins on (the first line is 1). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a text is no CSV; names the line, never what stands there. */
export class NotCsv extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

const MAX_RECORD_CHARACTERS = 100_000;

/**
 * Splits CSV into records as the text comes in: quoted cells with doubled quotes, LF or CRLF. Blank lines are passed over.
 *
 * A line without a quote, which is nearly every line, is cut in one go.
 */
export class RecordSplitter {
  private rest = '';
  private line = 1;

  constructor(private readonly delimiter: ';' | ',') {}

  /** The records that are complete with this piece of text. @throws NotCsv */
  push(text: string): CsvRecord[] {
    this.rest = this.rest === '' ? text : this.rest + text;
    return this.cut(false);
  }

  /** What is left when the text has ended. @throws NotCsv */
  end(): CsvRecord[] {
    return this.cut(true);
  }

  private cut(isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    const text = this.rest;
    let start = 0;
    while (start < text.length) {
      const feed = text.indexOf('\n', start);
      if (feed === -1 && !isLast) break;
      const end = feed === -1 ? text.length : feed;
      const plain = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
      if (!plain.includes('"')) {
        if (plain !== '') records.push({ line: this.line, cells: plain.split(this.delimiter) });
        this.line += 1;
        start = end + 1;
        continue;
      }
      const quoted = cutQuoted(text, start, this.delimiter, isLast, this.line);
      if (quoted === null) break;
      records.push({ line: this.line, cells: quoted.cells });
      this.line += quoted.lines;
      start = quoted.next;
    }
    this.rest = text.slice(start);
    if (this.rest.length > MAX_RECORD_CHARACTERS) throw new NotCsv(`line ${this.line} is longer than ${MAX_RECORD_CHARACTERS} characters, or a quote that opens on it is never closed`);
    return records;
  }
}

interface QuotedRecord {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

/** One record with quotes in it, from `start` on; null when more text is needed to see its end. */
function cutQuoted(text: string, start: number, delimiter: string, isLast: boolean, line: number): QuotedRecord | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, isLast, line) : plainCell(text, at, delimiter, line);
    if (cell === null) return null;
    cells.push(cell.value);
    at = cell.next;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    const end = text.startsWith('\r\n', at) ? at + 1 : at;
    if (end < text.length && text[end] !== '\n') throw new NotCsv(`line ${line} has a quote in a place where none can be`);
    if (end >= text.length && !isLast) return null;
    return { cells, next: end + 1, lines: text.slice(start, end).split('\n').length };
  }
}

interface CutCell {
  readonly value: string;
  readonly next: number;
}

function quotedCell(text: string, start: number, isLast: boolean, line: number): CutCell | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      if (isLast) throw new NotCsv(`a quote that opens on line ${line} or after it is never closed`);
      return null;
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function plainCell(text: string, start: number, delimiter: string, line: number): CutCell {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') {
    if (text[at] === '"') throw new NotCsv(`line ${line} has a quote in a place where none can be`);
    at += 1;
  }
  const end = text[at] === '\n' && text[at - 1] === '\r' && at > start ? at - 1 : at;
  return { value: text.slice(start, end), next: end };
}
