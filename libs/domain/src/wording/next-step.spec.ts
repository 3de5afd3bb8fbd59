import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../measure/catalogue.js';
import type { Reader } from '../measure/measure.js';
import { nextQuestion, nextStepSentence } from './next-step.js';
import { measureOf } from './testing/results.js';

const READERS: readonly Reader[] = ['team-manager', 'quality-staff', 'director', 'administrator'];

describe('nextQuestion', () => {
  it.each([
    ['PITFALL_PARTIALITY', 'team-manager', 'Een thema om voor te stellen voor intervisie?'],
    ['REFERRAL_FROM_POWERLESSNESS', 'team-manager', 'Zullen we hier supervisie op plannen?'],
    ['CHILD_ATTENTION', 'quality-staff', 'Welk team vragen we deze week wat er nodig is om dit vaker te laten lukken?'],
    ['EXTRA_HOURS_POWERLESSNESS', 'director', 'Wat kan de organisatie met de financier over deze uren bespreken?'],
    ['SUPPORT_HELD', 'director', 'Wat kan de organisatie doen zodat begeleiding doorgaat?'],
    ['COMPLETENESS', 'administrator', 'Is er iets nodig om het vastleggen makkelijker te maken?'],
  ] as const)('leads from %s, for the %s, to: %s', (code, reader, question) => {
    expect(nextQuestion(measureOf(code), reader, 'nl')).toBe(question);
  });

  it.each(CATALOGUE.filter(({ kind }) => kind === 'reflection-share').map((measure) => [measure.code, measure] as const))('asks each reader something else about %s', (_, measure) => {
    expect(new Set(READERS.map((reader) => nextQuestion(measure, reader, 'nl'))).size).toBe(READERS.length);
  });
});

describe('nextStepSentence', () => {
  it('says first what helps, where the catalogue knows something', () => {
    const { whatHelps } = measureOf('PITFALL_PARTIALITY');
    expect(nextStepSentence(measureOf('PITFALL_PARTIALITY'), 'team-manager', 'nl')).toBe(`${whatHelps?.nl ?? ''} Een thema om voor te stellen voor intervisie?`);
  });

  it('is the question alone where it does not', () => {
    const measure = { ...measureOf('SUPPORT_HELD'), whatHelps: null };
    expect(nextStepSentence(measure, 'director', 'en')).toBe(nextQuestion(measure, 'director', 'en'));
  });
});
