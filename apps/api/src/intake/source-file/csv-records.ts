/** Cells of one record, and the line it begins on; the first line of a file is 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Thrown when text can't be read as CSV; the reason is for a person, names the line and repeats nothing of it. */
export class NotCsv extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

export type Delimiter = ';' | ',';

export const MAX_RECORD_CHARACTERS = 100_000;

/**
 * The records of a CSV text (RFC 4180 with `;` or `,`, LF or CRLF), one array for each piece of text. Lines without
 * anything are passed over. Memory does not grow with the text.
 *
 * Written here and not taken from a package for two reasons: a report names the line as an editor counts it, also after
 * line breaks inside quotes; and a million rows go through here. `csv-records.spec.ts` holds it against csv-parse.
 *
 * @throws NotCsv for a quote that is never closed or stands where none can be, for lines that end in CR only, and for
 * a record that is too long.
 */
export async function* readCsvRecords(text: AsyncIterable<string>, delimiterOf: (firstLine: string) => Delimiter): AsyncGenerator<readonly CsvRecord[], void> {
  const reader = new RecordReader(delimiterOf);
  for await (const piece of text) {
    const records = reader.read(piece);
    if (records.length > 0) yield records;
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}

class RecordReader {
  private left = '';
  private line = 1;
  private delimiter: Delimiter | null = null;

  constructor(private readonly delimiterOf: (firstLine: string) => Delimiter) {}

  read(piece: string): readonly CsvRecord[] {
    // A CR may be the first half of a CRLF: what follows it decides, so it waits for that.
    const text = this.left + piece;
    return this.readUpTo(text, text.endsWith('\r') ? text.length - 1 : text.length, false);
  }

  end(): readonly CsvRecord[] {
    return this.readUpTo(this.left, this.left.length, true);
  }

  private readUpTo(text: string, end: number, isLast: boolean): readonly CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    // Looked up once for many records: looking in each record would read a text without quotes over and over.
    let quote = text.indexOf('"');
    while (at < end) {
      const feed = text.indexOf('\n', at);
      const isPlain = quote === -1 || (feed !== -1 && quote > feed);
      const recordEnd = isPlain ? feed : this.endOfQuotedRecord(text, at, feed);
      if ((recordEnd === -1 || recordEnd >= end) && !isLast) break;
      if (recordEnd === -1 && !isPlain && countQuotes(text, at, end) % 2 === 1) throw this.oddQuote(text.slice(at, end));
      const stop = recordEnd === -1 ? end : recordEnd;
      const record = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop);
      if (record !== '') records.push({ line: this.line, cells: this.cellsOf(record, isPlain) });
      this.line += isPlain ? 1 : countBreaks(record) + 1;
      at = stop + 1;
      if (!isPlain) quote = text.indexOf('"', at);
    }
    this.left = text.slice(at);
    if (this.left.length > MAX_RECORD_CHARACTERS) throw this.tooLong(this.left);
    return records;
  }

  /** The line feed that ends the record at `from`: the first one with no quote open before it. -1 when it is still to come. */
  private endOfQuotedRecord(text: string, from: number, firstFeed: number): number {
    let feed = firstFeed;
    let quotes = feed === -1 ? 0 : countQuotes(text, from, feed);
    while (feed !== -1 && quotes % 2 === 1) {
      const next = text.indexOf('\n', feed + 1);
      quotes += next === -1 ? 0 : countQuotes(text, feed, next);
      feed = next;
      if (feed - from > MAX_RECORD_CHARACTERS) throw this.tooLong(text.slice(from, feed));
    }
    return feed;
  }

  private cellsOf(record: string, isPlain: boolean): string[] {
    if (record.length > MAX_RECORD_CHARACTERS) throw this.tooLong(record);
    this.delimiter ??= this.delimiterOf(record);
    if (!isPlain) return this.quotedCellsOf(record, this.delimiter);
    if (record.includes('\r')) throw new NotCsv(this.endsInCr());
    return record.split(this.delimiter);
  }

  private tooLong(record: string): NotCsv {
    if (countQuotes(record, 0, record.length) % 2 === 1) return this.oddQuote(record);
    return new NotCsv(record.includes('\r') ? this.endsInCr() : `line ${this.line} is longer than ${MAX_RECORD_CHARACTERS} characters`);
  }

  /** One quote too many: it stands where none can be, or nothing closes it. Reading the cells finds out which. */
  private oddQuote(record: string): NotCsv {
    try {
      this.quotedCellsOf(record, this.delimiter ?? this.delimiterOf(record));
    } catch (error) {
      if (error instanceof NotCsv) return error;
      throw error;
    }
    return this.neverClosed();
  }

  private neverClosed(): NotCsv {
    return new NotCsv(`a quote that opens on line ${this.line} or after it is never closed`);
  }

  private endsInCr(): string {
    return `line ${this.line} ends in CR only; lines must end in LF or CRLF`;
  }

  private quotedCellsOf(record: string, delimiter: Delimiter): string[] {
    const cells: string[] = [];
    let at = 0;
    for (;;) {
      const isQuoted = record[at] === '"';
      const end = isQuoted ? this.endOfQuoted(record, at) : endOfPlain(record, at, delimiter);
      const cell = record.slice(at, end);
      if (!isQuoted && cell.includes('"')) throw this.strayQuote();
      if (!isQuoted && cell.includes('\r')) throw new NotCsv(this.endsInCr());
      cells.push(isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
      if (end >= record.length) return cells;
      if (record[end] !== delimiter) throw this.strayQuote();
      at = end + 1;
      // A delimiter at the very end opens one more cell, an empty one.
      if (at === record.length) return [...cells, ''];
    }
  }

  /** The place after the quote that closes the one at `from`. */
  private endOfQuoted(record: string, from: number): number {
    let at = record.indexOf('"', from + 1);
    while (at !== -1 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
    if (at === -1) throw this.neverClosed();
    return at + 1;
  }

  private strayQuote(): NotCsv {
    return new NotCsv(`line ${this.line} has a quote in a place where none can be`);
  }
}

function endOfPlain(record: string, from: number, delimiter: Delimiter): number {
  const end = record.indexOf(delimiter, from);
  return end === -1 ? record.length : end;
}

function countQuotes(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at !== -1 && at < to; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

function countBreaks(record: string): number {
  return record.split('\n').length - 1;
}
