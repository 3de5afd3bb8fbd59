import { describe, expect, it } from '@jest/globals';
import { measureOf, shown } from './testing/results.js';
import { twoPointsSentence } from './two-points-sentence.js';

describe('twoPointsSentence', () => {
  it('puts two figures beside each other, each with n, and says that they are too few', () => {
    const points = { measure: measureOf('PITFALL_PARTIALITY'), latest: shown(6, 40), previous: shown(3, 38) };
    expect(twoPointsSentence(points, 'nl')).toBe('‘Partijdigheid’: 6 van 40 reflecties (15 %). Eerder was dat 3 van 38 reflecties (8 %): te weinig om iets te zeggen.');
    expect(twoPointsSentence(points, 'en')).toBe('‘Partiality’: 6 of 40 reflections (15%). Before, it was 3 of 38 reflections (8%): too few to say anything.');
  });

  it('says the same of two points that lie as far apart as can be', () => {
    const points = { measure: measureOf('PITFALL_PARTIALITY'), latest: shown(40, 40), previous: shown(0, 40) };
    expect(twoPointsSentence(points, 'nl')).toMatch(/: te weinig om iets te zeggen\.$/);
  });
});
