import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../measure/catalogue.js';
import { localDate } from '../period/calendar-days.js';
import { checkReviewMark, isChildMeasure } from './review-mark.js';

const TODAY = localDate(2026, 11, 30);
const until = (year: number, month: number, day: number) => ({ kind: 'snoozed', until: localDate(year, month, day) }) as const;

describe('checkReviewMark', () => {
  it.each([[2026, 12, 1], [2027, 2, 28]])('lets a signal wait until %i-%i-%i', (year, month, day) => {
    expect(checkReviewMark(until(year, month, day), 'PITFALL_POWERLESSNESS', TODAY).ok).toBe(true);
  });

  it('refuses to let a signal wait longer than three months, or until today', () => {
    expect(checkReviewMark(until(2027, 3, 1), 'PITFALL_POWERLESSNESS', TODAY)).toEqual({ ok: false, fault: 'SNOOZED_TOO_LONG' });
    expect(checkReviewMark(until(2026, 11, 30), 'PITFALL_POWERLESSNESS', TODAY)).toEqual({ ok: false, fault: 'SNOOZED_INTO_THE_PAST' });
  });

  it('never lets a measure about children wait, and lets it be explained or planned for', () => {
    for (const measure of CATALOGUE.map(({ code }) => code).filter(isChildMeasure)) {
      expect(checkReviewMark(until(2026, 12, 1), measure, TODAY)).toEqual({ ok: false, fault: 'CHILD_MEASURE_CANNOT_WAIT' });
      expect(checkReviewMark({ kind: 'session-planned' }, measure, TODAY).ok).toBe(true);
      expect(checkReviewMark({ kind: 'explained', explanation: 'known_event' }, measure, TODAY).ok).toBe(true);
    }
  });

  it('knows every measure of the catalogue with a child in its name or count', () => {
    expect(CATALOGUE.map(({ code }) => code).filter((code) => isChildMeasure(code) !== code.includes('CHILD'))).toEqual([]);
    expect(CATALOGUE.filter(({ code }) => isChildMeasure(code))).toHaveLength(3);
  });
});
