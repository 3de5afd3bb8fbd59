import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, localDate } from '../period/calendar-days.js';
import { followThrough, followThroughRipeFrom } from './follow-through.js';

const REFLECTED = localDate(2026, 5, 4);
const KINDS = ['work_guidance', 'supervision', 'intervision'] as const;

const dates = fc.integer({ min: 0, max: 18_000 }).map((days) => addDays(localDate(2000, 1, 1), days));

describe('followThrough', () => {
  it.each(KINDS)('counts %s on the day itself and on day 28, and not on day 29', (discussedIn) => {
    const onDay = (day: number) => followThrough({ discussedIn, discussedOn: addDays(REFLECTED, day) }, REFLECTED);
    expect([0, 1, 28, 29, 365].map(onDay)).toEqual(['yes', 'yes', 'yes', 'no', 'no']);
  });

  it('counts 1 June as day 28 of 4 May, and 2 June as day 29', () => {
    const on = (month: number, day: number) => followThrough({ discussedIn: 'intervision', discussedOn: localDate(2026, month, day) }, REFLECTED);
    expect([on(6, 1), on(6, 2)]).toEqual(['yes', 'no']);
  });

  it('takes "none" for no and an empty field for not known', () => {
    expect(followThrough({ discussedIn: 'none', discussedOn: null }, REFLECTED)).toBe('no');
    expect(followThrough({ discussedIn: null, discussedOn: null }, REFLECTED)).toBe('not-known');
  });

  it('does not guess when the date is missing or impossible', () => {
    expect(followThrough({ discussedIn: 'supervision', discussedOn: null }, REFLECTED)).toBe('not-known');
    expect(followThrough({ discussedIn: 'supervision', discussedOn: addDays(REFLECTED, -1) }, REFLECTED)).toBe('not-known');
  });

  it('loses no day to a clock change', () => {
    for (const reflectedOn of [localDate(2026, 3, 10), localDate(2026, 10, 10)]) {
      const onDay = (day: number) => followThrough({ discussedIn: 'work_guidance', discussedOn: addDays(reflectedOn, day) }, reflectedOn);
      expect([onDay(28), onDay(29)]).toEqual(['yes', 'no']);
    }
  });

  it('says yes to a discussion on any day before the outcome is ripe, and no to one from then on', () => {
    fc.assert(
      fc.property(dates, fc.nat(60), fc.constantFrom(...KINDS), (reflectedOn, days, discussedIn) => {
        const discussedOn = addDays(reflectedOn, days);
        const expected = discussedOn < followThroughRipeFrom(reflectedOn) ? 'yes' : 'no';
        expect(followThrough({ discussedIn, discussedOn }, reflectedOn)).toBe(expected);
      }),
    );
  });
});

describe('followThroughRipeFrom', () => {
  it('is the 29th day after the reflection', () => {
    expect(followThroughRipeFrom(REFLECTED)).toBe('2026-06-02');
    expect(followThroughRipeFrom(localDate(2024, 2, 1))).toBe('2024-03-01');
    expect(daysBetween(REFLECTED, followThroughRipeFrom(REFLECTED))).toBe(29);
  });
});
