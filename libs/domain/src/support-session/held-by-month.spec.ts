import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HeldSession } from '../measure/weeks-since-support.js';
import { SUPPORT_KINDS, type SupportKind } from '../measure/support-session.js';
import { parseIsoWeek, type IsoWeek } from '../period/iso-week.js';
import { heldByMonth } from './held-by-month.js';

function week(text: string): IsoWeek {
  const parsed = parseIsoWeek(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const held = (kind: SupportKind, heldWeek: string): HeldSession => ({ kind, heldWeek: week(heldWeek) });

describe('heldByMonth', () => {
  it('counts by month and kind, in order, and leaves out what was not held', () => {
    const sessions = [held('intervision', '2026-W30'), held('supervision', '2026-W28'), held('intervision', '2026-W28'), held('intervision', '2026-W29'), { kind: 'supervision', heldWeek: null } as const];
    expect(heldByMonth([...sessions, held('work_guidance', '2026-W36')])).toEqual([
      { month: '2026-07', kind: 'supervision', held: 1 },
      { month: '2026-07', kind: 'intervision', held: 3 },
      { month: '2026-09', kind: 'work_guidance', held: 1 },
    ]);
  });

  it('lays a week in the month of its Thursday, at the end of a year too', () => {
    expect(heldByMonth([held('supervision', '2026-W27'), held('supervision', '2026-W53')]).map(({ month }) => month)).toEqual(['2026-07', '2026-12']);
  });

  it('is nothing where nothing was held', () => {
    expect(heldByMonth([])).toEqual([]);
  });

  it('loses no session, and does not look at their order', () => {
    const session = fc.record({ kind: fc.constantFrom(...SUPPORT_KINDS), heldWeek: fc.integer({ min: 10, max: 52 }).map((number) => week(`2026-W${number}`)) });
    fc.assert(
      fc.property(fc.array(session), (sessions) => {
        const months = heldByMonth(sessions);
        expect(months.reduce((sum, one) => sum + one.held, 0)).toBe(sessions.length);
        expect(heldByMonth(sessions.toReversed())).toEqual(months);
      }),
    );
  });
});
