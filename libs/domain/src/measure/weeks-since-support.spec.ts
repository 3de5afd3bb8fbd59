import { describe, expect, it } from '@jest/globals';
import { parseIsoWeek, type IsoWeek } from '../period/iso-week.js';
import { weeksSinceSupport } from './weeks-since-support.js';

function week(text: string): IsoWeek {
  const parsed = parseIsoWeek(text);
  if (parsed === null) throw new Error(`${text} is no week`);
  return parsed;
}

describe('weeksSinceSupport', () => {
  it('counts from the last session of each kind, apart', () => {
    const sessions = [
      { kind: 'supervision', heldWeek: week('2026-W40') },
      { kind: 'supervision', heldWeek: week('2026-W30') },
      { kind: 'intervision', heldWeek: week('2026-W47') },
    ] as const;
    expect(weeksSinceSupport(sessions, week('2026-W47'))).toEqual({ work_guidance: null, supervision: 7, intervision: 0 });
  });

  it('counts over the turn of a year with 53 weeks', () => {
    expect(weeksSinceSupport([{ kind: 'work_guidance', heldWeek: week('2026-W52') }], week('2027-W01')).work_guidance).toBe(2);
  });

  it('leaves out what was not held, and what lies ahead', () => {
    const sessions = [
      { kind: 'intervision', heldWeek: null },
      { kind: 'intervision', heldWeek: week('2026-W48') },
    ] as const;
    expect(weeksSinceSupport(sessions, week('2026-W47')).intervision).toBeNull();
  });
});
