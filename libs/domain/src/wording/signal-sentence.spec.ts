import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../measure/catalogue.js';
import { hasCells } from './figure-phrase.js';
import { isSignalSide, signalSentence, type MeasureSignal } from './signal-sentence.js';
import { measureOf, shown, THIRD_QUARTER } from './testing/results.js';
import { aMonth } from './testing/sentence-maker.js';

const SIGNAL: MeasureSignal = {
  measure: measureOf('PITFALL_PARTIALITY'),
  side: 'above',
  strength: 'confirmed',
  since: aMonth('2026-07'),
  period: THIRD_QUARTER,
  cell: shown(18, 40),
  usual: 0.25,
  allowingFor: { breakdown: { name: { nl: 'Juridisch kader', en: 'Legal frame' } }, outcome: { state: 'published', ratio: 1.18, lower: 0.7, upper: 1.87 } },
};

describe('signalSentence', () => {
  it('says which pattern, since when, the figure beside what is usual, how sure, whether the mix explains it, and asks', () => {
    expect(signalSentence(SIGNAL, 'team-manager', 'nl')).toBe(
      'Sinds jul 2026 zien we ‘Partijdigheid’ vaker dan we gewend zijn. 3e kwartaal 2026: 18 van 40 reflecties (45 %); gewoonlijk is dat hier 25 %. ' +
        'Het patroon is duidelijk genoeg om samen te bekijken. Rekening houdend met juridisch kader is dit volgens verwachting (1,18; 0,70–1,87). ' +
        'Een thema om voor te stellen voor intervisie?',
    );
    expect(signalSentence(SIGNAL, 'team-manager', 'en')).toBe(
      'Since Jul 2026 we have seen ‘Partiality’ more often than usual. Q3 2026: 18 of 40 reflections (45%); usually it is 25% here. ' +
        'The pattern is clear enough to look at together. Allowing for legal frame this is as expected (1.18; 0.70–1.87). ' +
        'A theme to propose for intervision?',
    );
  });

  it('calls a watch a first sign and nothing more', () => {
    expect(signalSentence({ ...SIGNAL, strength: 'watch' }, 'director', 'nl')).toContain('Dit is een eerste teken; de volgende periode laat zien of het blijft.');
  });

  it('has the same words in both directions of a neutral measure, but for more and less', () => {
    for (const code of ['PITFALL_PARTIALITY', 'EXTRA_HOURS']) {
      const [above, below] = (['above', 'below'] as const).map((side) => signalSentence({ ...SIGNAL, measure: measureOf(code), side }, 'director', 'nl'));
      expect(above?.replace(' vaker ', ' minder vaak ').replace(' hoger ', ' lager ')).toBe(below);
      expect(above).not.toBe(below);
    }
  });

  it('speaks of hours as higher or lower, per 100 reflections', () => {
    const hours = signalSentence({ ...SIGNAL, measure: measureOf('EXTRA_HOURS'), cell: shown(85, 240), usual: 0.2, allowingFor: null }, 'director', 'nl');
    expect(hours).toMatch(/^Sinds jul 2026 is ‘Extra uren’ hoger dan we gewend zijn\. 3e kwartaal 2026: 35 uur per 100 reflecties \(n = 240\); gewoonlijk is dat hier 20 uur per 100 reflecties\. /);
  });

  it('leaves the mix out where no breakdown belongs to the measure', () => {
    expect(signalSentence({ ...SIGNAL, allowingFor: null }, 'director', 'nl')).not.toMatch(/rekening/i);
  });
});

describe('the side of a signal', () => {
  it('is either one for a neutral measure, a fall where more is better and a rise where less is', () => {
    const sides = (['neutral', 'up-is-better', 'down-is-better'] as const).map((direction) => (['above', 'below'] as const).filter((side) => isSignalSide(direction, side)));
    expect(sides).toEqual([['above', 'below'], ['below'], ['above']]);
  });

  it.each(CATALOGUE.filter((measure) => measure.direction !== 'neutral' && hasCells(measure)).map((measure) => [measure.code, measure] as const))(
    'is refused for %s when it is the welcome one',
    (_, measure) => {
      const side = measure.direction === 'up-is-better' ? 'above' : 'below';
      expect(() => signalSentence({ ...SIGNAL, measure, side }, 'director', 'nl')).toThrow(RangeError);
    },
  );

  it.each(CATALOGUE.filter(({ signalPeriod }) => signalPeriod === null).map((measure) => [measure.code, measure] as const))('is refused for %s, which never signals', (_, measure) => {
    for (const side of ['above', 'below'] as const) expect(() => signalSentence({ ...SIGNAL, measure, side }, 'director', 'nl')).toThrow(RangeError);
  });
});
