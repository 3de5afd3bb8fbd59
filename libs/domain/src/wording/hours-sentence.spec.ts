import { describe, expect, it } from '@jest/globals';
import { hoursSentence, type ExtraHours } from './hours-sentence.js';
import { shown, THIRD_QUARTER } from './testing/results.js';

const HOURS: ExtraHours = {
  period: THIRD_QUARTER,
  all: shown(85, 240),
  powerlessness: shown(50, 240),
  unacknowledged: { state: 'withheld' },
  safetyAndCrisis: shown(25, 240),
};

describe('hoursSentence', () => {
  it('says each kind of hours per 100 reflections with its n, safety and crisis apart, and asks what the organisation can discuss', () => {
    expect(hoursSentence(HOURS, 'nl')).toBe(
      '3e kwartaal 2026, extra uren: 35 uur per 100 reflecties (n = 240). Uren waarbij machteloosheid meespeelde: 20 uur per 100 reflecties (n = 240). ' +
        'Uren waarbij machteloosheid niet is erkend: nog niet te tonen. Uren voor veiligheid of een crisis staan apart: 10 uur per 100 reflecties (n = 240). ' +
        'Wat kan de organisatie met de financier over deze uren bespreken?',
    );
  });

  it('leaves out a kind that does not exist at this level', () => {
    expect(hoursSentence({ ...HOURS, unacknowledged: null, safetyAndCrisis: null }, 'en')).toBe(
      'Q3 2026, extra hours: 35 hours per 100 reflections (n = 240). Hours where powerlessness played a part: 20 hours per 100 reflections (n = 240). ' +
        'What can the organisation discuss with the funder about these hours?',
    );
  });

  it('asks nothing when there is no figure to ask about', () => {
    expect(hoursSentence({ ...HOURS, all: { state: 'absent' }, powerlessness: null, unacknowledged: null, safetyAndCrisis: null }, 'nl')).toBe('3e kwartaal 2026, extra uren: niets aangeleverd.');
  });
});
