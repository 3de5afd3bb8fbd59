import { describe, expect, it } from '@jest/globals';
import { PITFALL_CODES } from '../role-model/pitfall.js';
import { CATALOGUE, findMeasure } from './catalogue.js';
import { COUNTS } from './count.js';

describe('CATALOGUE', () => {
  it('has a measure for every pitfall in the order of the model, and one for any', () => {
    expect(CATALOGUE.map((measure) => measure.code)).toEqual([...PITFALL_CODES.map((code) => `PITFALL_${code}`), 'PITFALL_ANY']);
  });

  it('never makes a pitfall good or bad', () => {
    expect(CATALOGUE.filter((measure) => measure.direction !== 'neutral')).toEqual([]);
  });

  it('gives every measure a numerator of its own, over the reflections in which pitfalls were considered', () => {
    expect(new Set(CATALOGUE.map((measure) => measure.numerator)).size).toBe(CATALOGUE.length);
    expect(new Set(CATALOGUE.map((measure) => measure.denominator))).toEqual(new Set(['considered']));
  });

  it.each(CATALOGUE)('takes the counts of $code from what blocks post', ({ numerator, denominator }) => {
    const posted = COUNTS.map((count) => count.key);
    expect(posted).toEqual(expect.arrayContaining([numerator, denominator]));
  });

  it.each(CATALOGUE)('counts for $code only reflections that its denominator counts too', ({ numerator, denominator }) => {
    const find = (key: string) => COUNTS.find((count) => count.key === key);
    const examples = [null, [], ...PITFALL_CODES.map((pitfall) => [{ pitfall, subtype: null }])];
    const inNumerator = examples.filter((pitfalls) => find(numerator)?.counts({ pitfalls }));
    expect(inNumerator.length).toBeGreaterThan(0);
    expect(inNumerator.every((pitfalls) => find(denominator)?.counts({ pitfalls }))).toBe(true);
  });

  it('lets the measure of a pitfall count that pitfall', () => {
    const counted = CATALOGUE.slice(0, PITFALL_CODES.length).map((measure) =>
      PITFALL_CODES.filter((pitfall) => COUNTS.find((count) => count.key === measure.numerator)?.counts({ pitfalls: [{ pitfall, subtype: null }] })),
    );
    expect(counted).toEqual(PITFALL_CODES.map((pitfall) => [pitfall]));
  });
});

describe('findMeasure', () => {
  it('finds every measure by its code, in any case of letters', () => {
    for (const measure of CATALOGUE) {
      expect(findMeasure(measure.code)).toBe(measure);
      expect(findMeasure(measure.code.toLowerCase())).toBe(measure);
    }
  });

  it.each(['', 'PITFALL_', 'COALITION', 'PITFALL_LATENESS', ' PITFALL_ANY', 'noticed:any', 'toString'])('finds nothing for %j', (code) => {
    expect(findMeasure(code)).toBeNull();
  });
});
