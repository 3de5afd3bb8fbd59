import { describe, expect, it } from '@jest/globals';
import { comparisonSentence, unitsOutsideSentence, type UnitComparison } from './comparison-sentence.js';
import { measureOf, shown, THIRD_QUARTER } from './testing/results.js';

const ZUID: UnitComparison = {
  unit: 'Zuid',
  measure: measureOf('PITFALL_PARTIALITY'),
  period: THIRD_QUARTER,
  cell: shown(18, 40),
  position: 'above',
  allowingFor: null,
};

describe('comparisonSentence', () => {
  it('says of a unit outside the lines where to look first, and asks the team', () => {
    expect(comparisonSentence(ZUID, 'nl')).toBe(
      'Zuid, 3e kwartaal 2026, ‘Partijdigheid’: 18 van 40 reflecties (45 %). Dat is boven de lijnen; kijk eerst naar samenstelling en registratie. Herkent het team dit, en wat zou helpen?',
    );
  });

  it('has the same words above and below the lines', () => {
    const below = comparisonSentence({ ...ZUID, position: 'below' }, 'en');
    expect(below).toContain('below the lines; first look at case-mix and recording.');
    expect(comparisonSentence(ZUID, 'en').replace('above', 'below')).toBe(below);
  });

  it('asks nothing of a unit inside the lines, or where there are no lines', () => {
    expect(comparisonSentence({ ...ZUID, position: 'inside' }, 'nl')).toMatch(/ Dat is binnen de lijnen\.$/);
    expect(comparisonSentence({ ...ZUID, position: 'no-lines' }, 'nl')).toMatch(/ Er zijn nog te weinig teams voor lijnen\.$/);
  });

  it('says only that there is no figure yet when there is none, wherever the unit would lie', () => {
    expect(comparisonSentence({ ...ZUID, cell: { state: 'withheld' } }, 'nl')).toBe('Zuid, 3e kwartaal 2026, ‘Partijdigheid’: nog niet te tonen.');
    expect(comparisonSentence({ ...ZUID, cell: { state: 'absent' } }, 'nl')).toBe('Zuid, 3e kwartaal 2026, ‘Partijdigheid’: niets aangeleverd.');
  });

  it('speaks of a rare measure as the band of its posted count, never as a number', () => {
    const rare = comparisonSentence({ ...ZUID, measure: measureOf('PITFALL_INVISIBLE_CHILD'), cell: shown(9, 60), position: 'inside' }, 'nl');
    expect(rare).toContain('4 of meer van 60 reflecties.');
    expect(rare).not.toMatch(/9|%/);
  });
});

describe('unitsOutsideSentence', () => {
  it('names units in the order of their names and how many were compared', () => {
    expect(unitsOutsideSentence({ measure: ZUID.measure, outside: ['Zuid', 'Noord'], compared: 14 }, 'nl')).toBe(
      'Buiten de lijnen bij ‘Partijdigheid’: Noord en Zuid (teams vergeleken: 14). Kijk eerst naar samenstelling en registratie; wat kunnen deze teams erover vertellen?',
    );
  });

  it('is the same whatever order the units come in', () => {
    const said = [['Zuid', 'Noord', 'Oost'], ['Oost', 'Zuid', 'Noord']].map((outside) => unitsOutsideSentence({ measure: ZUID.measure, outside, compared: 14 }, 'en'));
    expect(said[0]).toBe(said[1]);
  });

  it('says so when no unit lies outside', () => {
    expect(unitsOutsideSentence({ measure: ZUID.measure, outside: [], compared: 14 }, 'nl')).toBe('Bij ‘Partijdigheid’ ligt geen team buiten de lijnen (teams vergeleken: 14).');
  });
});
