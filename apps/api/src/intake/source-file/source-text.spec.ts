import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeText, NotText } from './source-text.js';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function textOf(bytes: Buffer, size = 64 * 1024): Promise<string> {
  let text = '';
  for await (const piece of decodeText(pieces(bytes, size))) text += piece;
  return text;
}

async function reasonOf(bytes: Buffer, size?: number): Promise<string> {
  try {
    await textOf(bytes, size);
    return '';
  } catch (error) {
    if (error instanceof NotText) return error.reason;
    throw error;
  }
}

const letters = fc.string({ unit: fc.constantFrom('a', ';', '\n', 'é', 'ß', '€', '漢', '😀') });
const size = fc.integer({ min: 1, max: 9 });

describe('decodeText', () => {
  it('reads UTF-8, with and without byte order mark, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(letters, size, fc.boolean(), async (text, pieceSize, hasMark) => {
        expect(await textOf(Buffer.from(`${hasMark ? '\uFEFF' : ''}${text}`), pieceSize)).toBe(text);
      }),
    );
  });

  it('reads Windows-1252 in pieces of any size', async () => {
    // é, ë, ï and the euro sign of Windows-1252 before a letter or at the end: no character of UTF-8 begins so.
    const western = fc.array(fc.constantFrom<[number, string]>([0x61, 'a'], [0x0a, '\n'], [0xe9, 'é'], [0xeb, 'ë'], [0x80, '€'], [0xef, 'ï']));
    await fc.assert(
      fc.asyncProperty(western, size, async (characters, pieceSize) => {
        const spaced = characters.flatMap((character): [number, string][] => [character, [0x2e, '.']]);
        const bytes = Buffer.from(spaced.map(([byte]) => byte));
        expect(await textOf(bytes, pieceSize)).toBe(spaced.map(([, letter]) => letter).join(''));
      }),
    );
  });

  it('reads a letter of Windows-1252 at the very end', async () => {
    expect(await textOf(Buffer.from('caf\xe9', 'latin1'))).toBe('café');
  });

  it.each([1, 3, 64])('refuses a file that leaves UTF-8 half-way, with the line, in pieces of %i bytes', async (pieceSize) => {
    const bytes = Buffer.concat([Buffer.from('é;a\nb;c\n'), Buffer.from('d;\xe9x\n', 'latin1'), Buffer.from('e;f\n')]);
    expect(await reasonOf(bytes, pieceSize)).toMatch(/^line 3 is not in UTF-8/);
  });

  it('refuses a character of UTF-8 that the end of the file breaks off', async () => {
    expect(await reasonOf(Buffer.concat([Buffer.from('é;a\nb'), Buffer.from([0xe2, 0x82])]))).toMatch(/^line 2 is not in UTF-8/);
  });

  it.each<[string, Buffer]>([
    ['little-endian with a mark', Buffer.from('\uFEFFa;b', 'utf16le')],
    ['little-endian without a mark', Buffer.from('a;b', 'utf16le')],
    ['big-endian with a mark', Buffer.from('\uFEFFa;b', 'utf16le').swap16()],
    ['big-endian without a mark', Buffer.from('a;b', 'utf16le').swap16()],
  ])('refuses UTF-16 by name: %s', async (_, bytes) => {
    expect(await reasonOf(bytes)).toBe('it is in UTF-16; export it as UTF-8');
  });

  it.each([
    ['a spreadsheet', '504b030414000600', 'it is a spreadsheet (such as .xlsx) or an archive (.zip)'],
    ['an empty archive', '504b0506000000', 'it is a spreadsheet (such as .xlsx) or an archive (.zip)'],
    ['a spreadsheet of an older program, with or without macros', 'd0cf11e0a1b11ae1', 'it is a spreadsheet or a document of an older office program (such as .xls)'],
    ['a packed file', '1f8b08000000', 'it is packed (such as .gz); unpack it'],
    ['a PDF', '255044462d', 'it is a PDF'],
  ])('refuses %s by name', async (_, bytes, reason) => {
    expect(await reasonOf(Buffer.from(bytes, 'hex'))).toBe(reason);
  });

  it('takes letters for letters that begin like an archive', async () => {
    expect(await textOf(Buffer.from('PK;a\n'))).toBe('PK;a\n');
  });

  it.each([2, 64])('refuses a NUL byte with its line, in pieces of %i bytes', async (pieceSize) => {
    expect(await reasonOf(Buffer.from('a;b\nc;d\ne\0;f\n'), pieceSize)).toBe('line 3 holds a NUL byte');
  });
});
