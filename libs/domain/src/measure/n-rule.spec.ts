import { describe, expect, it } from '@jest/globals';
import { CATALOGUE, findMeasure } from './catalogue.js';
import { CHART_WORDING, DIRECTION_WORDING, grainLabel, READER_WORDING } from './measure-words.js';
import { nRule } from './n-rule.js';
import { UNIT_WORDING } from './unit.js';

function ruleOf(code: string): string {
  const measure = findMeasure(code);
  if (measure === null) throw new Error(`no measure ${code}`);
  return nRule(measure).nl;
}

describe('the rule for n', () => {
  it.each(CATALOGUE)('is said in both languages for $code, in sentences', (measure) => {
    const { nl, en } = nRule(measure);
    for (const text of [nl, en]) expect(text).toMatch(/^\p{Lu}.*[^ ]\.$/u);
    expect(nl).not.toBe(en);
    expect(`${nl} ${en}`).not.toMatch(/undefined|NaN|null|[A-Z]{2,}_/);
  });

  it('names the floor of a block, and more for a part, for what is rare and for what lies beyond a team', () => {
    expect(ruleOf('PITFALL_COALITION')).toMatch(/vanaf 10 reflecties van ten minste 5 hulpverleners over ten minste 8 casussen/);
    expect(ruleOf('PITFALL_COALITION')).not.toMatch(/12 reflecties|bandbreedte/);
    expect(ruleOf('CHILD_ATTENTION')).toMatch(/ten minste 12 reflecties/);
    expect(ruleOf('PITFALL_SECRECY')).toMatch(/bandbreedte/);
    expect(ruleOf('ROUND_TABLE_HELD')).toMatch(/ten minste 3 teams/);
    expect(ruleOf('EXTRA_HOURS')).toMatch(/afgerond op 5 uur/);
    expect(ruleOf('SUPPORT_HELD')).not.toMatch(/reflecties/);
  });
});

describe('the words around a measure', () => {
  const lists = { UNIT_WORDING, DIRECTION_WORDING, READER_WORDING, CHART_WORDING };

  it.each(Object.entries(lists))('are filled in, in both languages and each different: %s', (_, words) => {
    const all = Object.values(words);
    for (const language of ['nl', 'en'] as const) {
      const texts = all.map((wording) => wording[language]);
      expect(new Set(texts).size).toBe(texts.length);
      for (const text of texts) expect(text).toMatch(/^\S(.*\S)?$/u);
    }
  });

  it('say a grain as place and period', () => {
    expect(grainLabel({ place: 'team', period: 'month' })).toEqual({ nl: 'per team, per maand', en: 'per team, per month' });
    expect(grainLabel({ place: 'organisation', period: 'half-year' }).nl).toBe('voor de hele organisatie, per halfjaar');
  });
});
