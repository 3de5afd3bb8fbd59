import { describe, expect, it } from '@jest/globals';
import { addMonths, firstDayOf, isoWeekOf, parseMonth, type Month } from '@rolvast/domain';
import type { ChartNotes } from '../../care/follow-up/chart-notes.read-model.js';
import { notesOfTrend } from './notes-of-trend.js';

const MARCH = march();

function march(): Month {
  const month = parseMonth('2026-03');
  if (month === null) throw new Error('no month');
  return month;
}

const at = (months: number): Month => addMonths(MARCH, months);
const DECIDED = { number: 1, decidedAs: 'director', decidedInWeek: isoWeekOf(firstDayOf(MARCH)), unitCode: 'team-a' } as const;
const target = (throughMonth: Month | null, measure = 'CHILD_ATTENTION') => ({ ...DECIDED, measure, fromMonth: at(-12), throughMonth, value: 60, source: 'own_policy' }) as const;
const mark = (throughMonth: Month, measure = 'CHILD_ATTENTION') => ({ ...DECIDED, measure, throughMonth, kind: 'session-planned', explanation: null, snoozedThroughWeek: null }) as const;
const rebase = (fromMonth: Month, measure = 'CHILD_ATTENTION') => ({ ...DECIDED, measure, fromMonth, reason: 'team_changed' }) as const;
const NOTES: ChartNotes = {
  sessions: [{ month: at(-1), kind: 'supervision', held: 1 }, { month: at(0), kind: 'supervision', held: 2 }],
  events: [{ ...DECIDED, month: at(-1), title: 'Before' }, { ...DECIDED, unitCode: null, month: at(2), title: 'After' }],
  targets: [target(null), target(at(-1)), target(at(0)), target(null, 'QUESTIONS_COMPARED')],
  marks: [mark(at(-1)), mark(at(1)), mark(at(1), 'QUESTIONS_COMPARED')],
  rebases: [rebase(at(-6)), rebase(at(0), 'QUESTIONS_COMPARED')],
};

describe('notesOfTrend', () => {
  it('gives what happened in the months that are shown and after, and what was decided about the measure', () => {
    expect(notesOfTrend(NOTES, 'CHILD_ATTENTION', [{ from: MARCH }, { from: at(1) }])).toEqual({
      sessions: [NOTES.sessions[1]],
      events: [NOTES.events[1]],
      targets: [NOTES.targets[0], NOTES.targets[2]],
      marks: [NOTES.marks[1]],
      rebases: [NOTES.rebases[0]],
    });
  });

  it('has of a trend without periods only what still stands: targets without an end, and new starts', () => {
    expect(notesOfTrend(NOTES, 'CHILD_ATTENTION', [])).toEqual({ sessions: [], events: [], targets: [NOTES.targets[0]], marks: [], rebases: [NOTES.rebases[0]] });
  });
});
