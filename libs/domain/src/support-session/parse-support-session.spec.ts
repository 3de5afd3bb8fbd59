import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from '../period/calendar-days.js';
import { isoWeekOf } from '../period/iso-week.js';
import type { LocalDate } from '../period/local-date.js';
import { STRICTEST_DELIVERY } from '../reflection/cell-reader.js';
import { PITFALL_CODES } from '../role-model/pitfall.js';
import { keepOfSupportSession, parseSupportSession, SUPPORT_SESSION_COLUMNS } from './parse-support-session.js';

const TODAY = localDate(2026, 6, 10);
const HELD = { session_id: 'S1', team: 'Noord', kind: 'Supervision', planned_on: '02-06-2026', status: 'HELD', held_on: '2026-06-03', themes: 'secrecy | COALITION', attendees: '7' };
const PLANNED = { session_id: 'S2', team: 'noord', kind: 'intervision', planned_on: '2026-09-01', status: 'planned' };

function faultsOf(cells: Readonly<Record<string, string>>): string[] {
  const parsed = parseSupportSession(cells, TODAY);
  return parsed.ok ? [] : parsed.fault.map(({ column, code }) => `${column} ${code}`);
}

describe('parseSupportSession', () => {
  it('reads a session that was held, in any case of letters and both forms of a date', () => {
    expect(parseSupportSession(HELD, TODAY)).toEqual({
      ok: true,
      value: { reference: 'S1', teamCode: 'noord', kind: 'supervision', plannedOn: '2026-06-02', status: 'held', heldOn: '2026-06-03', themes: ['COALITION', 'SECRECY'], attendance: '5+' },
    });
  });

  it('reads a session that is planned for later, with everything else unknown', () => {
    expect(parseSupportSession(PLANNED, TODAY)).toMatchObject({ ok: true, value: { heldOn: null, themes: null, attendance: null } });
  });

  it.each([['4', 'fewer'], ['5', '5+'], ['0', 'fewer'], ['500', '5+'], ['5+', '5+'], ['Fewer', 'fewer'], ['', null]])('keeps %j attendees as %j', (attendees, expected) => {
    expect(parseSupportSession({ ...HELD, attendees }, TODAY)).toMatchObject({ ok: true, value: { attendance: expected } });
  });

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ session_id: '' }, 'session_id REQUIRED'],
    [{ session_id: 'jan@zorg.nl' }, 'session_id REFERENCE_IS_EMAIL'],
    [{ session_id: '111222333' }, 'session_id REFERENCE_IS_BSN'],
    [{ session_id: 'S\u200b1' }, 'session_id REFERENCE_HAS_HIDDEN_CHARACTER'],
    [{ team: ' ' }, 'team REQUIRED'],
    [{ kind: '' }, 'kind REQUIRED'],
    [{ kind: 'lunch' }, 'kind UNKNOWN_CODE'],
    [{ planned_on: '' }, 'planned_on REQUIRED'],
    [{ planned_on: '30-02-2026' }, 'planned_on NO_SUCH_DAY'],
    [{ planned_on: '1999-12-31' }, 'planned_on DATE_TOO_EARLY'],
    [{ status: 'done' }, 'status UNKNOWN_CODE'],
    [{ held_on: '' }, 'held_on REQUIRED_WITH'],
    [{ held_on: '2026-06-11' }, 'held_on DATE_IN_FUTURE'],
    [{ held_on: 'yesterday' }, 'held_on NOT_A_DATE'],
    [{ themes: 'NONE' }, 'themes UNKNOWN_CODE'],
    [{ themes: 'SECRECY|SECRECY' }, 'themes NAMED_TWICE'],
    [{ themes: 'PRESCRIBED:BY_CLIENT' }, 'themes UNKNOWN_CODE'],
    [{ attendees: '501' }, 'attendees OUT_OF_RANGE'],
    [{ attendees: '7,5' }, 'attendees NOT_A_NUMBER'],
  ])('refuses %j with one fault', (change, fault) => {
    expect(faultsOf({ ...HELD, ...change })).toEqual([fault]);
  });

  it('refuses a day and attendees of a session that was not held', () => {
    expect(faultsOf({ ...HELD, status: 'cancelled_by_us' })).toEqual(['held_on ONLY_WITH', 'attendees ONLY_WITH']);
  });

  it('lets a source with its own numbering have a number that passes the 11-test', () => {
    expect(parseSupportSession({ ...HELD, session_id: '111222333' }, TODAY, { ...STRICTEST_DELIVERY, hasOwnNumbering: true }).ok).toBe(true);
  });

  it('refuses a day whose sessions have no pseudonyms any more', () => {
    const faults = (linkedFrom: LocalDate) => parseSupportSession(HELD, TODAY, { ...STRICTEST_DELIVERY, linkedFrom });
    expect(faults(localDate(2026, 6, 3))).toMatchObject({ ok: false, fault: [{ column: 'planned_on', code: 'DATE_NO_LONGER_LINKED' }] });
    expect(faults(localDate(2026, 6, 2)).ok).toBe(true);
  });

  it('refuses a team that the organisation does not have, beside every other fault of the row', () => {
    const faults = (cells: Readonly<Record<string, string>>) => parseSupportSession({ ...HELD, ...cells }, TODAY, { ...STRICTEST_DELIVERY, teams: new Set(['zuid']) });
    expect(faults({ team: 'Zuid' }).ok).toBe(true);
    expect(faults({ kind: 'lunch', held_on: '' })).toMatchObject({ ok: false, fault: [{ column: 'team', code: 'UNKNOWN_TEAM' }, { column: 'kind' }, { column: 'held_on' }] });
  });

  it('repeats no cell in a fault, whatever stands in it', () => {
    const text = fc.string({ unit: fc.constantFrom('#', '~', '%'), minLength: 3 });
    fc.assert(
      fc.property(fc.record(Object.fromEntries(SUPPORT_SESSION_COLUMNS.map((column) => [column, text]))), (cells) => {
        const parsed = parseSupportSession(cells, TODAY);
        for (const value of Object.values(cells)) expect(JSON.stringify(parsed.ok ? [] : parsed.fault)).not.toContain(value);
        expect(parsed.ok).toBe(false);
      }),
    );
  });
});

describe('keepOfSupportSession', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays(localDate(2024, 1, 1), days));
  const submitted = fc.record({
    reference: fc.string(),
    teamCode: fc.constant('noord'),
    kind: fc.constantFrom('work_guidance' as const, 'supervision' as const, 'intervision' as const),
    plannedOn: day,
    status: fc.constantFrom('planned' as const, 'held' as const, 'cancelled_by_us' as const, 'cancelled_by_team' as const),
    heldOn: fc.option(day),
    themes: fc.option(fc.subarray([...PITFALL_CODES])),
    attendance: fc.constantFrom('5+' as const, 'fewer' as const, null),
  });

  it('keeps a theme or a day of a session that was held only where five or more took part', () => {
    fc.assert(
      fc.property(submitted, (session) => {
        const kept = keepOfSupportSession(session);
        const isLarge = session.status === 'held' && session.attendance === '5+';
        if (!isLarge) expect([kept.heldOn, kept.themes]).toEqual([null, null]);
        if (session.status === 'held' && !isLarge) expect(kept.plannedOn).toBeNull();
        if (isLarge) expect(kept).toMatchObject({ plannedOn: session.plannedOn, heldOn: session.heldOn, themes: session.themes });
      }),
    );
  });

  it('always keeps the weeks, and nothing of the reference', () => {
    fc.assert(
      fc.property(submitted, (session) => {
        const kept = keepOfSupportSession(session);
        expect(kept.plannedWeek).toBe(isoWeekOf(session.plannedOn));
        expect(kept.heldWeek).toBe(session.heldOn === null ? null : isoWeekOf(session.heldOn));
        expect(Object.keys(kept)).not.toContain('reference');
      }),
    );
  });

  it('makes every two sessions of few people in one week the same', () => {
    fc.assert(
      fc.property(submitted, day, (session, other) => {
        fc.pre(isoWeekOf(other) === isoWeekOf(session.plannedOn));
        const few = { ...session, status: 'held' as const, attendance: 'fewer' as const };
        expect(keepOfSupportSession({ ...few, plannedOn: other })).toEqual(keepOfSupportSession(few));
      }),
      { numRuns: 20 },
    );
  });
});
