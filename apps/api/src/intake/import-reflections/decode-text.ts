import { TextDecoder } from 'node:util';

/** Why bytes are no text; `afterLine` is the number of lines that came before. */
export class NotText extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

const UTF_16_MARKS = ['fffe', 'feff'];

/**
 * Decodes a stream piece by piece: UTF-8, or Windows-1252 from the first byte on that is no UTF-8.
 *
 * The encoding shows with the first letter that is not ASCII, and what came before is the same in both.
 *
 * @throws NotText for UTF-16, for NUL bytes, and when UTF-8 turns into something else half-way.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let decoder = utf8;
  let isAscii = true;
  let isFirst = true;
  let line = 1;
  for await (const chunk of bytes) {
    if (isFirst && UTF_16_MARKS.includes(Buffer.from(chunk.subarray(0, 2)).toString('hex'))) throw new NotText('it is in UTF-16; export it as UTF-8');
    isFirst = false;
    let text = decoded(decoder, chunk);
    if (text === null) {
      if (!isAscii) throw new NotText(`it begins as UTF-8 and has other bytes on line ${line} or after it; export it again as UTF-8`);
      decoder = new TextDecoder('windows-1252');
      text = decoder.decode(chunk, { stream: true });
    }
    if (decoder === utf8) isAscii &&= text.length === chunk.length;
    const nul = text.indexOf('\0');
    if (nul !== -1) throw new NotText(`line ${line + countLineFeeds(text.slice(0, nul))} holds a NUL byte`);
    line += countLineFeeds(text);
    yield text;
  }
  const last = decoded(decoder, new Uint8Array(), false);
  if (last === null) throw new NotText('it ends in the middle of a character');
  yield last;
}

function decoded(decoder: TextDecoder, chunk: Uint8Array, stream = true): string | null {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    return null;
  }
}

function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
