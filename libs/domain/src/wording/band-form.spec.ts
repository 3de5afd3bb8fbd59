import { describe, expect, it } from '@jest/globals';
import { ageBands } from '../alert/alert-age.js';
import { alertAgeForm, hasShare, participationForm, partForm, postedCountForm, rareBandForm, spokenRareBandForm, zeroBandForm } from './band-form.js';

describe('a posted count', () => {
  it.each([
    [18, 40, '18 van 40'],
    [0, 12, '0 tot 2 van 12'],
    [12, 12, '10 tot 12 van 12'],
    [0, 1200, '0 tot 2 van 1.200'],
    [0, 1, '0 tot 1 van 1'],
    [1, 1, '0 tot 1 van 1'],
  ])('of %i of %i reads as %s', (count, of, text) => {
    expect(postedCountForm(count, of, 'nl')).toBe(text);
  });

  it('is said in English too', () => {
    expect(postedCountForm(0, 1200, 'en')).toBe('0 to 2 of 1,200');
    expect(partForm(12, 12, 'en')).toBe('10 to 12');
  });

  it('reads as 0–2 in a table when it is zero', () => {
    expect(zeroBandForm('nl')).toBe('0–2');
  });

  it('has a percentage only between none and all', () => {
    expect([0, 1, 11, 12].map((count) => hasShare(count, 12))).toEqual([false, true, true, false]);
  });
});

describe('the band of a rare pitfall', () => {
  it.each([
    [0, '0–2', '0 tot 2', '0–2'],
    [3, '1–5', '1 tot 5', '1–5'],
    [6, '4 of meer', '4 of meer', '4 or more'],
    [30, '4 of meer', '4 of meer', '4 or more'],
  ])('of the posted count %i is %s', (posted, short, spoken, english) => {
    expect(rareBandForm(posted, 'nl')).toBe(short);
    expect(spokenRareBandForm(posted, 'nl')).toBe(spoken);
    expect(rareBandForm(posted, 'en')).toBe(english);
  });

  it.each([1, 2, 4, -3, 1.5])('is refused for %d, which was never posted', (count) => {
    expect(() => rareBandForm(count, 'nl')).toThrow(RangeError);
    expect(() => spokenRareBandForm(count, 'nl')).toThrow(RangeError);
  });
});

describe('participationForm', () => {
  it('names each band in words without a number', () => {
    const said = (['fewer-than-half', 'half-to-three-quarters', 'at-most-three-quarters', 'most'] as const).map((band) => participationForm(band, 'nl'));
    expect(said).toEqual(['minder dan de helft van de collega’s deed mee', 'de helft tot driekwart van de collega’s deed mee', 'ten hoogste driekwart van de collega’s deed mee', 'de meeste collega’s deden mee']);
  });
});

describe('alertAgeForm', () => {
  it('names both ends of a band, and of the last one only its beginning', () => {
    expect(ageBands().map((band) => alertAgeForm(band, 'nl'))).toEqual(['0 tot en met 5 werkdagen', '6 tot en met 10 werkdagen', 'meer dan 10 werkdagen']);
    expect(ageBands().map((band) => alertAgeForm(band, 'en'))).toEqual(['0 to 5 working days', '6 to 10 working days', 'more than 10 working days']);
  });
});
