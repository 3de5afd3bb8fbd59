import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastDueMonth } from './closing-day.js';
import { addMonths, monthInAmsterdam } from './month.js';

describe('lastDueMonth', () => {
  it.each([
    ['on the ninth the month before is not due yet', '2026-06-09T12:00:00Z', '2026-04'],
    ['on the tenth it is', '2026-06-10T12:00:00Z', '2026-05'],
    ['on the last day of a month it still is that month', '2026-06-30T12:00:00Z', '2026-05'],
    ['on the first day of a month nothing changes', '2026-07-01T12:00:00Z', '2026-05'],
    ['in January the year before is meant', '2026-01-10T12:00:00Z', '2025-12'],
    ['early in January the month before that', '2026-01-09T12:00:00Z', '2025-11'],
    ['early in February the turn of the year', '2026-02-01T12:00:00Z', '2025-12'],
    ['the tenth begins at midnight in Amsterdam, in summer', '2026-06-09T22:00:00Z', '2026-05'],
    ['and not a second earlier', '2026-06-09T21:59:59Z', '2026-04'],
    ['the tenth begins at midnight in Amsterdam, in winter', '2026-12-09T23:00:00Z', '2026-11'],
    ['the new month begins at midnight in Amsterdam', '2026-06-30T22:30:00Z', '2026-05'],
  ])('%s', (_, now, expected) => {
    expect(lastDueMonth(new Date(now))).toBe(expected);
  });

  it('is always a month that is over, and never more than two months ago', () => {
    const instants = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (now) => {
        const current = monthInAmsterdam(now);
        expect([addMonths(current, -1), addMonths(current, -2)]).toContain(lastDueMonth(now));
      }),
    );
  });

  it('never goes back as time goes on', () => {
    const instants = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.nat(40 * 86_400), (now, laterSeconds) => {
        expect(lastDueMonth(new Date(now.getTime() + laterSeconds * 1000)) >= lastDueMonth(now)).toBe(true);
      }),
    );
  });
});
