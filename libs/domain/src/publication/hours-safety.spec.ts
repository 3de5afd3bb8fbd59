import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hoursAreSafe, nestedHoursAreSafe, roundedHours, type GrantedHours } from './hours-safety.js';

const granted = (...hours: readonly number[]): GrantedHours[] => hours.map((one, index) => ({ contributor: `c${index}`, careCase: `f${index}`, hours: one }));

describe('hoursAreSafe', () => {
  it.each<[string, readonly number[], boolean]>([
    ['five equal holders', [4, 4, 4, 4, 4], true],
    ['four holders', [4, 4, 4, 4], false],
    ['a giant beside whom the rest is exactly a fifth', [50, 20, 4, 3, 3], true],
    ['a giant beside whom the rest is less than a fifth', [50, 20, 4, 3, 2], false],
    ['nothing granted', [], false],
  ])('judges %s', (_, hours, isSafe) => {
    expect(hoursAreSafe(granted(...hours))).toBe(isSafe);
  });

  it('looks at cases as well as at professionals', () => {
    const oneFamily = granted(10, 10, 10, 10, 10).map((one) => ({ ...one, careCase: 'one' }));
    expect(hoursAreSafe(oneFamily)).toBe(false);
  });

  it('adds up what one professional was granted in several cases', () => {
    const twice = [...granted(20, 5, 5, 5, 5), { contributor: 'c0', careCase: 'other', hours: 80 }];
    expect(hoursAreSafe(twice)).toBe(false);
  });

  it('does not depend on the order, nor on the size of the hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), fc.integer({ min: 2, max: 9 }), (hours, factor) => {
        const isSafe = hoursAreSafe(granted(...hours));
        expect(hoursAreSafe([...granted(...hours)].reverse())).toBe(isSafe);
        expect(hoursAreSafe(granted(...hours.map((one) => one * factor)))).toBe(isSafe);
      }),
    );
  });

  it('leaves the second largest holder at least 20 % unsure about the largest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 12 }), (hours) => {
        fc.pre(hoursAreSafe(granted(...hours)));
        const [largest = 0, second = 0] = [...hours].sort((one, other) => other - one);
        const total = hours.reduce((sum, one) => sum + one, 0);
        // Knowing the total and its own hours, the second can bound the largest by what is left.
        expect(total - second).toBeGreaterThanOrEqual(1.2 * largest - 1e-9);
      }),
    );
  });
});

describe('nestedHoursAreSafe', () => {
  const whole = granted(6, 6, 6, 6, 6, 6, 6, 6, 6, 6);

  it('lets a whole, a safe part and a safe difference through', () => {
    expect(nestedHoursAreSafe(whole, whole.slice(0, 5))).toBe(true);
  });

  it('refuses a difference of zero, and one that a single holder makes', () => {
    expect(nestedHoursAreSafe(whole, whole)).toBe(false);
    expect(nestedHoursAreSafe(whole, whole.slice(0, 9))).toBe(false);
  });

  it('refuses a part that fewer than five professionals hold', () => {
    expect(nestedHoursAreSafe(whole, whole.slice(0, 4))).toBe(false);
  });
});

describe('roundedHours', () => {
  it.each([[[1, 1], 0], [[2, 1], 5], [[6, 6, 6], 20], [[2.25, 0.5], 5]])('rounds %j to %i', (hours, rounded) => {
    expect(roundedHours(granted(...hours))).toBe(rounded);
  });
});
