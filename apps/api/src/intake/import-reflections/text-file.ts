import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { errorCodeOf } from '../../platform/errors/error-code.js';

/** How the bytes of a file become text. */
export type Encoding = 'utf-8' | 'windows-1252';

/** What a file turns out to be. `not-text` names what makes it so. */
export type TextFileKind =
  | { readonly kind: 'text'; readonly encoding: Encoding }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-text'; readonly reason: string };

const UTF_16_MARKS = ['fffe', 'feff'];

/**
 * Reads a file once from beginning to end to find out how to decode it: UTF-8 when every byte fits, else Windows-1252.
 * A file in UTF-16 and one with NUL bytes are refused by name.
 */
export async function examineTextFile(path: string): Promise<TextFileKind> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let encoding: Encoding = 'utf-8';
  let line = 1;
  let isFirst = true;
  try {
    for await (const chunk of bytesOf(path)) {
      if (isFirst && UTF_16_MARKS.includes(chunk.subarray(0, 2).toString('hex'))) return { kind: 'not-text', reason: 'it is in UTF-16; export it as UTF-8' };
      isFirst = false;
      const nul = chunk.indexOf(0);
      line += countLineFeeds(nul === -1 ? chunk : chunk.subarray(0, nul));
      if (nul !== -1) return { kind: 'not-text', reason: `line ${line} holds a NUL byte` };
      if (encoding === 'utf-8' && !fits(decoder, chunk, true)) encoding = 'windows-1252';
    }
  } catch (error) {
    // No such file, a folder, or no right to read: for the person at the keyboard the same thing.
    if (['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'].includes(errorCodeOf(error))) return { kind: 'missing' };
    throw error;
  }
  if (encoding === 'utf-8' && !fits(decoder, new Uint8Array(), false)) encoding = 'windows-1252';
  return { kind: 'text', encoding };
}

/** The text of a file, piece by piece, without a byte order mark. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The first line of a file, at most as much as one piece of the file holds, and the break that ends it ('' at the end of the file). */
export async function readFirstLine(path: string, encoding: Encoding): Promise<{ readonly text: string; readonly lineBreak: string }> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    const piece = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
    const [text = '', lineBreak = ''] = piece.split(/(\r\n|\n|\r)/, 2);
    return { text, lineBreak };
  } finally {
    await file.close();
  }
}

function bytesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path);
}

function countLineFeeds(chunk: Buffer): number {
  let count = 0;
  for (const byte of chunk) if (byte === 10) count += 1;
  return count;
}

function fits(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}
