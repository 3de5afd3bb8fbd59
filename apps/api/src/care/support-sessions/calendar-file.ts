import { addDays, SUPPORT_KIND_WORDING, type Language, type LocalDate, type SupportKind } from '@rolvast/domain';

/** A planned session as a diary needs it. */
export interface CalendarEntry {
  /** The same for the same session, so that a diary replaces what it has. */
  readonly uid: string;
  /** Goes up with each change of the session. */
  readonly sequence: number;
  readonly stamp: Date;
  readonly day: LocalDate;
  readonly kind: SupportKind;
  readonly team: string;
}

const LONGEST_LINE_BYTES = 75;

/**
 * A calendar file with one entry for a whole day, as RFC 5545 has it: lines end in CRLF and are folded at 75 bytes, and commas, semicolons,
 * backslashes and line ends in a text are escaped. Themes stay out of it: diaries are shared.
 */
export function calendarFile({ uid, sequence, stamp, day, kind, team }: CalendarEntry, language: Language): string {
  const summary = `${SUPPORT_KIND_WORDING[kind][language]} ${team}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rolvast//Rolvast//NL',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    // The end is the first day that is not in it any more.
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function basic(day: LocalDate): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** A continued line begins with a space; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LONGEST_LINE_BYTES) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}
