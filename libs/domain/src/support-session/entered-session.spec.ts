import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from '../period/calendar-days.js';
import type { Success } from '../shared/result.js';
import { afterDelivery, cancelSession, holdSession, isSameSession, parseThemes, planSession, type TeamLife } from './entered-session.js';
import type { KeptSupportSession } from './parse-support-session.js';

const TODAY = localDate(2026, 9, 25);
const DAY = localDate(2026, 9, 10);
const TEAM: TeamLife = { validFrom: localDate(2025, 1, 1), validTo: null };
const planned = (planSession({ kind: 'intervision', plannedOn: DAY, themes: ['SECRECY'] }, TEAM, TODAY) as Success<KeptSupportSession>).value;
const delivered: KeptSupportSession = { ...planned, themes: null };
const held = (attendance: '5+' | 'fewer', heldOn = DAY) => holdSession(planned, { heldOn, attendance, themes: null }, TEAM, TODAY);

describe('planSession', () => {
  it('keeps the day, its week and the themes that are proposed', () => {
    expect(planned).toEqual({ kind: 'intervision', status: 'planned', plannedWeek: '2026-W37', plannedOn: DAY, heldWeek: null, heldOn: null, themes: ['SECRECY'], attendance: null });
  });

  it.each([
    [{ ...TEAM, validTo: localDate(2026, 9, 9) }, DAY, 'TEAM_ENDED'],
    [{ ...TEAM, validFrom: localDate(2026, 9, 11) }, DAY, 'TEAM_NOT_STARTED'],
    [TEAM, localDate(2062, 9, 10), 'PLANNED_TOO_FAR'],
  ])('refuses a day outside the life of the team, or years ahead', (team, plannedOn, fault) => {
    expect(planSession({ kind: 'supervision', plannedOn, themes: [] }, team, TODAY)).toEqual({ ok: false, fault });
  });
});

describe('parseThemes', () => {
  it('refuses a theme that is none, and one that is named twice', () => {
    expect(parseThemes(['SECRECY', 'LUNCH'])).toEqual({ ok: false, fault: 'UNKNOWN_THEME' });
    expect(parseThemes(['SECRECY', 'SECRECY'])).toEqual({ ok: false, fault: 'THEME_NAMED_TWICE' });
    expect(parseThemes(['SECRECY', 'COALITION'])).toEqual({ ok: true, value: ['COALITION', 'SECRECY'] });
  });
});

describe('holdSession', () => {
  it('keeps day and themes of five or more people, and only the weeks of fewer', () => {
    expect(held('5+')).toMatchObject({ ok: true, value: { status: 'held', heldOn: DAY, plannedOn: DAY, themes: ['SECRECY'], attendance: '5+' } });
    expect(held('fewer')).toMatchObject({ ok: true, value: { status: 'held', heldOn: null, plannedOn: null, themes: null, heldWeek: '2026-W37', attendance: 'fewer' } });
  });

  it('refuses a day before the planned one, in the future, after the end of the team, and a session that is not planned any more', () => {
    expect(held('5+', addDays(DAY, -1))).toEqual({ ok: false, fault: 'HELD_BEFORE_PLANNED' });
    expect(held('5+', addDays(TODAY, 1))).toEqual({ ok: false, fault: 'HELD_IN_FUTURE' });
    expect(holdSession(planned, { heldOn: TODAY, attendance: '5+', themes: null }, { ...TEAM, validTo: addDays(TODAY, -1) }, TODAY)).toEqual({ ok: false, fault: 'TEAM_ENDED' });
    const done = (held('fewer') as Success<KeptSupportSession>).value;
    expect(holdSession(done, { heldOn: DAY, attendance: '5+', themes: null }, TEAM, TODAY)).toEqual({ ok: false, fault: 'NOT_PLANNED' });
    expect(cancelSession(done, 'us')).toEqual({ ok: false, fault: 'NOT_PLANNED' });
  });
});

describe('cancelSession', () => {
  it('says whether the organisation or the team cancelled, and keeps no theme', () => {
    expect(cancelSession(planned, 'us')).toMatchObject({ ok: true, value: { status: 'cancelled_by_us', themes: null, plannedOn: DAY } });
    expect(cancelSession(planned, 'team')).toMatchObject({ ok: true, value: { status: 'cancelled_by_team' } });
  });
});

describe('isSameSession', () => {
  it('goes by day where both have one, by week otherwise, and never joins two kinds', () => {
    const next = { ...delivered, plannedOn: addDays(DAY, 1) };
    expect([isSameSession(planned, delivered), isSameSession(planned, next), isSameSession(planned, { ...next, plannedOn: null }), isSameSession(planned, { ...delivered, kind: 'supervision' })]).toEqual([true, false, true, false]);
  });
});

describe('afterDelivery', () => {
  it('takes what a source delivers, and lets a diary that lags behind undo nothing', () => {
    const done = (held('5+') as Success<KeptSupportSession>).value;
    expect(afterDelivery(planned, done)).toEqual(done);
    expect(afterDelivery(done, delivered)).toEqual(done);
    expect(afterDelivery(planned, delivered)).toEqual(planned);
  });

  it('gives the same when it is delivered again', () => {
    const states = fc.constantFrom(planned, delivered, (held('5+') as Success<KeptSupportSession>).value, (cancelSession(planned, 'team') as Success<KeptSupportSession>).value);
    fc.assert(fc.property(states, states, (listed, other) => expect(afterDelivery(afterDelivery(listed, other), other)).toEqual(afterDelivery(listed, other))));
  });
});
