import { describe, expect, it } from '@jest/globals';
import { localDate } from '../period/calendar-days.js';
import { monthOf } from '../period/month.js';
import { auditSentence, noReleaseSentence, releaseSentence } from './release-sentence.js';

const RELEASE = { number: 12, releasedOn: localDate(2026, 11, 10), closedThrough: monthOf(localDate(2026, 10, 1)) };
const AUDIT = { units: 40, targets: 12_345, disclosures: 0, unfinished: 3 };

describe('the words for a release', () => {
  it('give its number, its date and its last month', () => {
    expect(releaseSentence(RELEASE, 'nl')).toBe('Uitgave 12 is van 10 november 2026 en loopt tot en met okt 2026.');
    expect(releaseSentence(RELEASE, 'en')).toBe('Release 12 is of 10 November 2026 and runs through Oct 2026.');
  });

  it('say that there is none yet', () => {
    expect(noReleaseSentence('nl')).toBe('Er is nog geen uitgave.');
    expect(noReleaseSentence('en')).toBe('There is no release yet.');
  });

  it('say what was tried, what was found, and what time did not suffice for', () => {
    expect(auditSentence(AUDIT, 'nl')).toBe('Pogingen om iets af te leiden: 12.345, verdeeld over 40 teams. Gevonden: 0. Niet op tijd klaar: 3.');
    expect(auditSentence(AUDIT, 'en')).toBe('Attempts to work something out: 12,345, spread over 40 teams. Found: 0. Out of time: 3.');
  });
});
