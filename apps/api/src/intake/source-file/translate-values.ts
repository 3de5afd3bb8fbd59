import type { SourceRow } from './source-row.js';
import type { SourceMapping } from './source-settings.js';

/**
 * The rows with the values of the source turned into our codes. Of a list (`a|b`) each part is turned by itself. A
 * value that the mapping does not name stays as it is, so that it is read, or rejected, as our own.
 */
export async function* translateValues(rows: AsyncGenerator<SourceRow, void>, mapping: SourceMapping | undefined): AsyncGenerator<SourceRow, void> {
  if (mapping === undefined || mapping.values.size === 0) {
    yield* rows;
    return;
  }
  for await (const row of rows) {
    const cells = { ...row.cells };
    for (const [column, codes] of mapping.values) {
      const text = cells[column];
      if (text !== undefined && text.trim() !== '') cells[column] = translate(text, codes);
    }
    yield { ...row, cells };
  }
}

function translate(text: string, codes: ReadonlyMap<string, string>): string {
  const whole = codes.get(normaliseValue(text));
  if (whole !== undefined) return whole;
  return text.split('|').map((part) => codes.get(normaliseValue(part)) ?? part).join('|');
}

/** How a value of a source is compared: trimmed, composed (NFC), in lower case. */
export function normaliseValue(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
