import { describe, expect, it } from '@jest/globals';
import { allowingForSentence, type AllowingFor } from './allowing-for-sentence.js';

function allowing(outcome: AllowingFor['outcome']): AllowingFor {
  return { breakdown: { name: { nl: 'Zorgvorm', en: 'Care form' } }, outcome };
}

describe('allowingForSentence', () => {
  it.each([
    [0.7, 1.87, 'volgens verwachting'],
    [1, 1.87, 'volgens verwachting'],
    [0.7, 1, 'volgens verwachting'],
    [1.01, 1.87, 'meer dan verwacht'],
    [0.5, 0.99, 'minder dan verwacht'],
  ])('reads an interval from %d to %d as %s', (lower, upper, verdict) => {
    expect(allowingForSentence(allowing({ state: 'published', ratio: (lower + upper) / 2, lower, upper }), 'nl')).toContain(`is dit ${verdict} (`);
  });

  it('says that it is not available where the parts are not published, without a number', () => {
    expect(allowingForSentence(allowing({ state: 'not-available' }), 'nl')).toBe('Een vergelijking die rekening houdt met zorgvorm is hier niet beschikbaar.');
    expect(allowingForSentence(allowing({ state: 'not-available' }), 'en')).toBe('A comparison allowing for care form is not available here.');
  });
});
