import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv';

function body(rows: Parameters<typeof toCsv>[0], language: 'nl' | 'en' = 'nl'): string {
  return toCsv(rows, language).slice(1, -2);
}

describe('toCsv', () => {
  it.each(['=1+1', '+31', '-2', '@name', '\tx', '\rx'])('never lets a spreadsheet run %j', (text) => {
    expect(body([[text]]).replace(/^"/, '')).toBe(`'${text}`.concat(/[\t\r]/.test(text) ? '"' : ''));
  });

  it('keeps numbers numbers, also below zero, as the language writes them', () => {
    expect(body([[-1.5, 0, 12]])).toBe('-1,5;0;12');
    expect(body([[-1.5, 0, 12]], 'en')).toBe('-1.5,0,12');
  });

  it('leaves a cell without anything empty, which is not zero', () => {
    expect(body([['a', null, 0]])).toBe('a;;0');
  });

  it('quotes what holds the separator, a quote or a line break', () => {
    expect(body([['a;b', 'c"d', 'e\nf', 'g,h']])).toBe('"a;b";"c""d";"e\nf";g,h');
    expect(body([['g,h']], 'en')).toBe('"g,h"');
  });

  it('begins with a byte order mark and ends each row with CR LF', () => {
    expect(toCsv([['é'], ['x']], 'nl')).toBe('\uFEFFé\r\nx\r\n');
  });
});
