import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countForm, decimalForm, hoursForm, ratioForm, sharePercent } from './number-form.js';

describe('countForm', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1200, '1.200', '1,200'],
    [1234567, '1.234.567', '1,234,567'],
  ])('writes %i as %s in Dutch and %s in English', (count, nl, en) => {
    expect(countForm(count, 'nl')).toBe(nl);
    expect(countForm(count, 'en')).toBe(en);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d, which is no count', (count) => {
    expect(() => countForm(count, 'nl')).toThrow(RangeError);
  });
});

describe('decimalForm', () => {
  it('writes a comma in Dutch and a point in English', () => {
    expect(decimalForm(45, 1, 'nl')).toBe('45,0');
    expect(decimalForm(45, 1, 'en')).toBe('45.0');
    expect(decimalForm(1234.5, 2, 'nl')).toBe('1.234,50');
  });

  it.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d rather than show it', (value) => {
    expect(() => decimalForm(value, 2, 'nl')).toThrow(RangeError);
  });
});

describe('ratioForm', () => {
  it('writes the ratio and then its interval', () => {
    const ratio = { ratio: 1.18, lower: 0.7, upper: 1.87 };
    expect(ratioForm(ratio, 'nl')).toBe('1,18; 0,70–1,87');
    expect(ratioForm(ratio, 'en')).toBe('1.18; 0.70–1.87');
  });
});

describe('hoursForm', () => {
  it.each([
    [35, '35 uur'],
    [37.4, '35 uur'],
    [37.5, '40 uur'],
    [1234, '1.235 uur'],
    [2.5, '5 uur'],
  ])('rounds %d hours to five: %s', (hours, text) => {
    expect(hoursForm(hours, 'nl')).toBe(text);
  });

  it.each([0, 2.4])('never says that %d hours are none', (hours) => {
    expect(hoursForm(hours, 'nl')).toBe('minder dan 5 uur');
    expect(hoursForm(hours, 'en')).toBe('fewer than 5 hours');
  });
});

describe('sharePercent', () => {
  it.each([
    [0, 12, '0 %', '0%'],
    [3, 12, '25 %', '25%'],
    [1, 3, '33 %', '33%'],
    [2, 3, '67 %', '67%'],
    [1, 8, '13 %', '13%'],
    [12, 12, '100 %', '100%'],
    [1, 300, '< 1 %', '< 1%'],
    [299, 300, '> 99 %', '> 99%'],
  ])('writes %i of %i as %s in Dutch and %s in English', (numerator, denominator, nl, en) => {
    expect(sharePercent(numerator, denominator, 'nl')).toBe(nl);
    expect(sharePercent(numerator, denominator, 'en')).toBe(en);
  });

  it('claims none or all only when it is so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (denominator, part) => {
        const numerator = part % (denominator + 1);
        expect(sharePercent(numerator, denominator, 'nl') === '0 %').toBe(numerator === 0);
        expect(sharePercent(numerator, denominator, 'nl') === '100 %').toBe(numerator === denominator);
      }),
    );
  });
});
