import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, type LocalDate } from '@rolvast/domain';
import fc from 'fast-check';
import { calendarFile } from './calendar-file.js';

function fileFor(team: string, day = '2026-10-25'): string {
  const date: LocalDate | null = parseLocalDate(day);
  if (date === null) throw new Error(day);
  return calendarFile({ uid: '1-7@rolvast', sequence: 2, stamp: new Date('2026-09-25T10:00:00.123Z'), day: date, kind: 'intervision', team }, 'nl');
}

/** Reads properties back as RFC 5545 says: unfold, split, unescape. */
function read(file: string): Map<string, string> {
  const lines = file.replaceAll('\r\n ', '').split('\r\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))]));
}

describe('calendarFile', () => {
  it('is one entry for the whole day, also on the day the clock goes back', () => {
    const entry = read(fileFor('Ambulant Noord'));
    expect(entry.get('DTSTART;VALUE=DATE')).toBe('20261025');
    expect(entry.get('DTEND;VALUE=DATE')).toBe('20261026');
    expect(entry.get('DTSTAMP')).toBe('20260925T100000Z');
    expect(entry.get('SUMMARY')).toBe('intervisie Ambulant Noord');
    expect([entry.get('UID'), entry.get('SEQUENCE')]).toEqual(['1-7@rolvast', '2']);
  });

  it('has no line longer than 75 bytes, and gives any name back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom(',', ';', '\\', '\n', 'é', '👪', ' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), maxLength: 120 }), (team) => {
        fc.pre(!/\r/.test(team));
        const file = fileFor(team);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(read(file).get('SUMMARY')).toBe(`intervisie ${team}`);
      }),
    );
  });
});
