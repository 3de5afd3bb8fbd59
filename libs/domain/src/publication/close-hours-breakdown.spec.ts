import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBreakdowns } from '../breakdown/breakdown-list.js';
import { UNANSWERED } from '../reflection/reflection-fields.js';
import { REFLECTED_ON } from '../../testing/arbitrary-reflection.js';
import { closeHoursBreakdown } from './close-hours-breakdown.js';
import type { SnapshotReflection } from './close-ledgers.js';
import { hoursAreSafe } from './hours-safety.js';

const REASONS = ['new_question', 'crisis', 'more_people', 'safety', 'powerlessness', 'other', null] as const;

function byReason() {
  const found = findBreakdowns().find(({ code }) => code === 'HOURS_BY_REASON');
  if (found === undefined) throw new Error('no breakdown of hours by reason');
  return found;
}

function granted(contributor: number, careCase: number, extraHours: number, extraHoursReason: (typeof REASONS)[number]): SnapshotReflection {
  return { contributor: `c${contributor}`, careCase: `f${careCase}`, reflection: { ...UNANSWERED, reflectedOn: REFLECTED_ON, extraHours, extraHoursReason } };
}

const grants = fc.array(fc.tuple(fc.nat(11), fc.nat(30), fc.integer({ min: 1, max: 12 }), fc.constantFrom(...REASONS)).map((one) => granted(...one)), { maxLength: 120 });

describe('closeHoursBreakdown', () => {
  it('divides hours over the whole list once, in parts that are safe and in steps of five', () => {
    fc.assert(
      fc.property(grants, (reflections) => {
        const parts = closeHoursBreakdown(byReason(), reflections);
        if (parts === null) return;
        const codes = byReason().categories.map(({ code }) => code);
        expect(parts.flatMap(({ categories }) => categories).sort()).toEqual([...codes].sort());
        expect(parts.length).toBeGreaterThanOrEqual(2);
        for (const { categories, hours } of parts) {
          const own = reflections.filter(({ reflection }) => categories.includes(reflection.extraHoursReason ?? 'not_known'));
          expect(hoursAreSafe(own.map(({ contributor, careCase, reflection }) => ({ contributor, careCase, hours: reflection.extraHours ?? 0 })))).toBe(true);
          expect(hours % 5).toBe(0);
          expect(Math.abs(hours - own.reduce((sum, { reflection }) => sum + (reflection.extraHours ?? 0), 0))).toBeLessThanOrEqual(2.5);
        }
      }),
    );
  });

  it('has two parts where two reasons are each safe by themselves', () => {
    const many = (reason: 'crisis' | 'safety') => Array.from({ length: 12 }, (_, index) => granted(index % 7, index, 4, reason));
    expect(closeHoursBreakdown(byReason(), [...many('crisis'), ...many('safety')])?.map(({ hours }) => hours)).toEqual([50, 50]);
  });

  it('has nothing when one holder would stand out in a part', () => {
    const many = Array.from({ length: 12 }, (_, index) => granted(index % 7, index, 4, 'crisis'));
    expect(closeHoursBreakdown(byReason(), [...many, granted(1, 1, 40, 'safety')])).toBeNull();
  });
});
