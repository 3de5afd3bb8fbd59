import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Thrown when bytes turn out not to be text that can be read; the reason is for a person and names a line where there is one. */
export class NotText extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

const LINE_FEED = 10;
const FIRST_NON_ASCII = 128;
/** Byte order marks, and the first letter of a header in UTF-16 without one. */
const UTF_16 = [/^fffe/, /^feff/, /^[2-7]\w00/, /^00[2-7]\w/];
/** How files begin that people take for a CSV file: their name or their program does not tell them apart. */
const NO_TEXT: readonly (readonly [RegExp, string])[] = [
  [/^504b0[357]0[468]/, 'it is a spreadsheet (such as .xlsx) or an archive (.zip)'],
  [/^d0cf11e0/, 'it is a spreadsheet or a document of an older office program (such as .xls)'],
  [/^(1f8b|28b52ffd|fd377a58|377abcaf)/, 'it is packed (such as .gz); unpack it'],
  [/^25504446/, 'it is a PDF'],
];

/**
 * The text of a delivery, piece by piece, without a byte order mark. Memory does not grow with the delivery.
 *
 * UTF-8 or Windows-1252: the first byte that is no ASCII decides, by whether it begins a character of UTF-8. A delivery
 * that goes on in another encoding is refused rather than read with wrong letters, because a reference with a wrong
 * letter gives another pseudonym. NUL bytes, UTF-16, spreadsheets and archives are refused by name.
 *
 * @throws NotText
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new EncodingDecider();
  let isFirst = true;
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    if (isFirst) refuseByBeginning(chunk);
    isFirst = false;
    yield decoder.decode(chunk);
  }
  yield decoder.end();
}

function refuseByBeginning(chunk: Uint8Array): void {
  const start = Buffer.from(chunk.subarray(0, 4)).toString('hex');
  const [, reason] = NO_TEXT.find(([signature]) => signature.test(start)) ?? [];
  if (reason !== undefined) throw new NotText(reason);
  if (UTF_16.some((mark) => mark.test(start))) throw new NotText('it is in UTF-16; export it as UTF-8');
}

/** Decodes chunk by chunk; decides on the encoding at the first byte that needs one. */
class EncodingDecider {
  private line = 1;
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private readonly windows1252 = new TextDecoder('windows-1252');
  private encoding: 'undecided' | 'utf-8' | 'windows-1252' = 'undecided';
  /** The beginning of a character that a chunk broke off, while undecided. */
  private left: Uint8Array = new Uint8Array();
  /** The same in UTF-8, where the decoder keeps it; to judge the line it stands on. */
  private brokenOff: Uint8Array = new Uint8Array();

  decode(chunk: Uint8Array): string {
    const nul = chunk.indexOf(0);
    if (nul !== -1) throw new NotText(`line ${this.line + countLineFeeds(chunk.subarray(0, nul))} holds a NUL byte`);
    const bytes = this.left.length === 0 ? chunk : Buffer.concat([this.left, chunk]);
    this.left = new Uint8Array();
    if (this.encoding === 'undecided') this.decide(bytes);
    const text = this.read(bytes);
    this.line += countLineFeeds(bytes);
    return text;
  }

  end(): string {
    if (this.left.length > 0) return this.windows1252.decode(this.left);
    return this.encoding === 'utf-8' ? this.readUtf8(new Uint8Array(), false) : '';
  }

  private decide(bytes: Uint8Array): void {
    // A mark at the beginning is no letter that could tell the encodings apart: EF BB BF is text in both.
    // Asked first, because most pieces of most files are ASCII throughout and looking byte by byte takes long.
    if (isAscii(bytes)) return;
    const at = bytes.findIndex((byte) => byte >= FIRST_NON_ASCII);
    const length = lengthOfCharacter(bytes[at] ?? 0);
    if (at + length > bytes.length && isBegunCharacter(bytes.subarray(at))) this.left = bytes.slice(at);
    else this.encoding = length > 1 && fits(bytes.subarray(at, at + length)) ? 'utf-8' : 'windows-1252';
  }

  private read(bytes: Uint8Array): string {
    switch (this.encoding) {
      case 'undecided':
        return Buffer.from(bytes.subarray(0, bytes.length - this.left.length)).toString('latin1');
      case 'utf-8':
        return this.readUtf8(bytes, true);
      case 'windows-1252':
        return this.windows1252.decode(bytes, { stream: true });
    }
  }

  private readUtf8(bytes: Uint8Array, stream: boolean): string {
    try {
      const text = this.utf8.decode(bytes, { stream });
      this.brokenOff = endOfBrokenOff(bytes);
      return text;
    } catch {
      const line = this.line + linesBeforeFault(Buffer.concat([this.brokenOff, bytes]));
      throw new NotText(`line ${line} is not in UTF-8, as the lines before it are; export it as UTF-8 throughout`);
    }
  }
}

/** Line feeds before the first line that is not UTF-8. No character of UTF-8 spans two lines, so each can be judged alone. */
function linesBeforeFault(bytes: Uint8Array): number {
  let lines = 0;
  let from = 0;
  for (let to = bytes.indexOf(LINE_FEED); to !== -1; to = bytes.indexOf(LINE_FEED, from)) {
    if (!fits(bytes.subarray(from, to))) return lines;
    lines += 1;
    from = to + 1;
  }
  return lines;
}

/** The beginning of a character at the very end of a piece; nothing when the piece ends whole. */
function endOfBrokenOff(bytes: Uint8Array): Uint8Array {
  for (let length = 1; length <= 3 && length <= bytes.length; length += 1) {
    const end = bytes.subarray(bytes.length - length);
    if (lengthOfCharacter(end[0] ?? 0) > length && isBegunCharacter(end)) return end.slice();
  }
  return new Uint8Array();
}

/** How many bytes a character has whose first byte this is; 1 when it can be no first byte of UTF-8. */
function lengthOfCharacter(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 1;
}

function isBegunCharacter(bytes: Uint8Array): boolean {
  return bytes.every((byte, index) => (index === 0 ? lengthOfCharacter(byte) > 1 : byte >= 0x80 && byte <= 0xbf));
}

function fits(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
