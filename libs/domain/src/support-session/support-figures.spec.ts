import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIsoWeek, type IsoWeek } from '../period/iso-week.js';
import { parseQuarter } from '../period/quarter.js';
import type { KeptSupportSession } from './parse-support-session.js';
import { addSupportFigures, quarterOfWeek, supportFigures } from './support-figures.js';

const NOW = week('2026-W39');

function week(text: string): IsoWeek {
  const parsed = parseIsoWeek(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

function session(status: KeptSupportSession['status'], plannedWeek: string, heldWeek: string | null = null, kind: KeptSupportSession['kind'] = 'supervision'): KeptSupportSession {
  return { kind, status, plannedWeek: week(plannedWeek), plannedOn: null, heldWeek: heldWeek === null ? null : week(heldWeek), heldOn: null, themes: null, attendance: null };
}

function figures(...sessions: KeptSupportSession[]): Record<string, string> {
  const quarter = parseQuarter('2026-Q3');
  if (quarter === null) throw new Error('no quarter');
  return Object.fromEntries(supportFigures(sessions, quarter, NOW).map(({ measure, numerator, denominator }) => [measure, `${numerator}/${denominator}`]));
}

describe('quarterOfWeek', () => {
  it('is the quarter of the Thursday', () => {
    expect([quarterOfWeek(week('2026-W40')), quarterOfWeek(week('2026-W01')), quarterOfWeek(week('2026-W53'))]).toEqual(['2026-Q4', '2026-Q1', '2026-Q4']);
  });
});

describe('supportFigures', () => {
  it('counts what was held and cancelled of what was planned, and which kinds reached the team', () => {
    const six = [
      ...['W28', 'W30', 'W32'].map((number) => session('held', `2026-${number}`, `2026-${number}`)),
      session('held', '2026-W34', '2026-W35', 'intervision'),
      session('cancelled_by_us', '2026-W36'),
      session('cancelled_by_us', '2026-W37'),
    ];
    expect(figures(...six)).toEqual({ SUPPORT_REACH_WORK_GUIDANCE: '0/1', SUPPORT_REACH_SUPERVISION: '1/1', SUPPORT_REACH_INTERVISION: '1/1', SUPPORT_HELD: '4/6', SUPPORT_CANCELLED_BY_US: '2/6' });
  });

  it('leaves out sessions still to come, and counts one that passed without a word', () => {
    expect(figures(session('planned', '2026-W40'), session('planned', '2026-W38'))).toMatchObject({ SUPPORT_HELD: '0/1' });
  });

  it('counts a session in the quarter it was planned for, and its reach where it was held', () => {
    expect(figures(session('held', '2026-W26', '2026-W27'))).toMatchObject({ SUPPORT_HELD: '0/0', SUPPORT_REACH_SUPERVISION: '1/1' });
  });

  it('has nothing to show of a team without sessions but that no kind reached it', () => {
    expect(figures()).toMatchObject({ SUPPORT_HELD: '0/0', SUPPORT_REACH_SUPERVISION: '0/1' });
  });
});

describe('addSupportFigures', () => {
  const figure = fc.record({ measure: fc.constantFrom('SUPPORT_HELD', 'SUPPORT_REACH_SUPERVISION'), numerator: fc.nat(9), denominator: fc.nat(9) });

  it('adds up counts measure by measure, so that a region is the sum of its units', () => {
    const one = [{ measure: 'SUPPORT_HELD', numerator: 4, denominator: 6 }, { measure: 'SUPPORT_REACH_SUPERVISION', numerator: 1, denominator: 1 }];
    const other = [{ measure: 'SUPPORT_HELD', numerator: 0, denominator: 0 }, { measure: 'SUPPORT_REACH_SUPERVISION', numerator: 0, denominator: 1 }];
    expect(addSupportFigures([one, other])).toEqual([{ measure: 'SUPPORT_HELD', numerator: 4, denominator: 6 }, { measure: 'SUPPORT_REACH_SUPERVISION', numerator: 1, denominator: 2 }]);
    expect(addSupportFigures([])).toEqual([]);
  });

  it('gives the same for all teams at once as for regions of teams', () => {
    const byMeasure = (figures: ReturnType<typeof addSupportFigures>) => figures.toSorted((first, second) => (first.measure < second.measure ? -1 : 1));
    fc.assert(
      fc.property(fc.array(fc.array(fc.array(figure))), (regions) => {
        expect(byMeasure(addSupportFigures(regions.map(addSupportFigures)))).toEqual(byMeasure(addSupportFigures(regions.flat())));
      }),
    );
  });
});
