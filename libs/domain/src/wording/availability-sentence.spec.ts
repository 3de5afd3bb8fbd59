import { describe, expect, it } from '@jest/globals';
import { coverageSentence, newStartSentence, noFigureSentence } from './availability-sentence.js';
import { THIRD_QUARTER } from './testing/results.js';
import { aMonth } from './testing/sentence-maker.js';

describe('noFigureSentence', () => {
  it('tells withheld from nothing reported, and gives neither a reason nor a number', () => {
    expect(noFigureSentence(THIRD_QUARTER, 'withheld', 'nl')).toBe('3e kwartaal 2026: nog niet te tonen.');
    expect(noFigureSentence(THIRD_QUARTER, 'absent', 'nl')).toBe('3e kwartaal 2026: niets aangeleverd.');
    expect(noFigureSentence(THIRD_QUARTER, 'withheld', 'en')).toBe('Q3 2026: not to be shown yet.');
    expect(noFigureSentence(THIRD_QUARTER, 'absent', 'en')).toBe('Q3 2026: nothing reported.');
  });
});

describe('coverageSentence', () => {
  it('says of how many teams a figure is', () => {
    expect(coverageSentence({ covered: 7, all: 8 }, 'nl')).toBe('Dit cijfer gaat over 7 van 8 teams.');
    expect(coverageSentence({ covered: 7, all: 8 }, 'en')).toBe('This figure covers 7 of 8 teams.');
    expect(coverageSentence({ covered: 1, all: 1 }, 'nl')).toBe('Dit cijfer gaat over 1 van 1 team.');
  });
});

describe('newStartSentence', () => {
  it('says from when the chart counts, on how many points, and that these are too few yet', () => {
    expect(newStartSentence({ since: aMonth('2026-01'), points: 4 }, 'nl')).toBe(
      'De grafiek begint opnieuw bij jan 2026 (punten tot nu toe: 4). Er zijn nog te weinig punten om iets over een verloop te zeggen.',
    );
  });
});
