import type { SourceRow } from './source-row.js';
import type { SourceMapping } from './source-settings.js';

/** A row with our codes in place of the values of the source, where its mapping has them; a list part by part. */
export function translateValues(row: SourceRow, mapping: SourceMapping): SourceRow {
  const cells = { ...row.cells };
  for (const [column, codes] of mapping.values) {
    const text = cells[column];
    if (text !== undefined && text.trim() !== '') cells[column] = translate(text, codes);
  }
  return { ...row, cells };
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
