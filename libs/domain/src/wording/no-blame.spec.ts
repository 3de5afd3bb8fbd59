import { describe, expect, it } from '@jest/globals';
import { blockCounts, CATALOGUE } from '../measure/catalogue.js';
import { addMonths, parseMonth } from '../period/month.js';
import { PITFALL_CODES, PITFALLS, subtypesOf } from '../role-model/pitfall.js';
import { PRINCIPLE_WORDING, PRINCIPLES, ROLE_PART_WORDING, ROLE_PARTS } from '../role-model/role-part.js';
import type { Language, Wording } from '../shared/wording.js';
import type { ChartStage, PublishedPeriod, ShareChart, SignalMark } from '../statistics/spc/share-chart.js';
import { trendSentence } from './trend-sentence.js';

/** Words that would blame, rank, judge or colour; as whole words, in any inflection that matters. */
const FORBIDDEN: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(schuld\p{L}*|verwijtbaar|fout\p{L}*|falen\p{L}*|mislukt\p{L}*|slechter|slechtst\p{L}*|beter dan|ranglijst\p{L}*|rood|rode|groene?|verdubbel\p{L}*|verspild\p{L}*|verkeerde?|moeilijke? gezin\p{L}*|medewerkers?)(?!\p{L})/iu,
  en: /(?<!\p{L})(blam\p{L}*|guilt\p{L}*|faults?|fail\p{L}*|mistakes?|wrong|worse|worst|better than|rank\p{L}*|league table|red|green|doubl\p{L}*|wasted?|difficult famil\p{L}*|employees?)(?!\p{L})/iu,
};

const CODES = [
  ...CATALOGUE.map((measure) => measure.code),
  ...blockCounts().map((count) => count.key).filter((key) => key.includes(':')),
  ...PITFALL_CODES,
  ...PITFALL_CODES.flatMap(subtypesOf),
  ...ROLE_PARTS,
  ...PRINCIPLES,
  'above-limit', 'below-limit', 'shift-above', 'shift-below', 'dots-only',
];

const STAGES: readonly ChartStage[] = ['dots-only', 'provisional', 'full'];
const MARKS: readonly (SignalMark | null)[] = [null, 'above-limit', 'below-limit', 'shift-above', 'shift-below'];

/** What a trend can say, for every stage and every mark. */
function sentences(): [string, Wording][] {
  const month = parseMonth('2026-03');
  if (month === null) throw new Error('no month');
  const periods: readonly PublishedPeriod[] = [{ from: month, through: addMonths(month, 1), cell: { state: 'shown', numerator: 3, denominator: 12 } }];
  const say = (shown: readonly PublishedPeriod[], chart: ShareChart): Wording => ({ nl: trendSentence(shown, chart, 'nl'), en: trendSentence(shown, chart, 'en') });
  const chartOf = (stage: ChartStage, mark: SignalMark | null): ShareChart => ({ stage, centre: 0.2, lower: [0], upper: [0.5], marks: [mark] });
  const said = STAGES.flatMap((stage) => MARKS.map((mark): [string, Wording] => [`sentence of ${stage}, ${mark ?? 'no mark'}`, say(periods, chartOf(stage, mark))]));
  return [...said, ['sentence without a figure', say([], chartOf('dots-only', null))]];
}

const TEXTS: readonly [string, Wording][] = [
  ...CATALOGUE.flatMap(({ code, name, definition, caution, whatHelps }): [string, Wording][] => [
    [`name of ${code}`, name],
    [`definition of ${code}`, definition],
    [`caution of ${code}`, caution],
    ...(whatHelps === null ? [] : [[`what helps with ${code}`, whatHelps] satisfies [string, Wording]]),
  ]),
  ...PITFALL_CODES.flatMap((code): [string, Wording][] => [
    [`meaning of ${code}`, PITFALLS[code].meaning],
    ...Object.entries(PITFALLS[code].subtypes).map(([subtype, label]): [string, Wording] => [`label of ${subtype}`, label]),
    ...PITFALLS[code].questions.map((question, index): [string, Wording] => [`question ${index} of ${code}`, question]),
  ]),
  ...ROLE_PARTS.flatMap((part): [string, Wording][] => {
    const { name, meaning, whoseMove } = ROLE_PART_WORDING[part];
    return [[`name of ${part}`, name], [`meaning of ${part}`, meaning], [`whose move ${part} is`, whoseMove]];
  }),
  ...PRINCIPLES.filter((principle) => principle !== 'PRIVACY').map((principle): [string, Wording] => [`principle ${principle}`, PRINCIPLE_WORDING[principle]]),
  ...sentences(),
];

describe('the list of forbidden words', () => {
  it.each([
    ['nl', 'Dat is de schuld van het team.'],
    ['nl', 'Zuid is het slechtste team.'],
    ['nl', 'De ranglijst van teams.'],
    ['nl', 'Rood: het aantal verdubbelde.'],
    ['en', 'The worst team is to blame.'],
    ['en', 'A ranking in red and green.'],
  ] as const)('would catch, in %s, "%s"', (language, text) => {
    expect(text).toMatch(FORBIDDEN[language]);
  });

  it('leaves words alone that only contain one', () => {
    expect('considered, shared, agreed, evergreen').not.toMatch(FORBIDDEN.en);
    expect('onverschuldigd, groenten, roodborst').not.toMatch(FORBIDDEN.nl);
  });
});

describe.each(TEXTS)('the %s', (_, { nl, en }) => {
  it('blames, ranks and colours nobody, in either language', () => {
    expect(nl).not.toMatch(FORBIDDEN.nl);
    expect(en).not.toMatch(FORBIDDEN.en);
  });

  it('shows no code', () => {
    expect(CODES.filter((code) => nl.includes(code) || en.includes(code))).toEqual([]);
    expect(`${nl} ${en}`).not.toMatch(/[A-Z]{2,}_|\p{L}_\p{L}|undefined|null|NaN|\[object/u);
  });

  it('is filled in, without loose spaces, and differs between the languages', () => {
    for (const text of [nl, en]) {
      expect(text).toMatch(/^\S(.*\S)?$/u);
      expect(text).not.toMatch(/ {2}/);
    }
    expect(nl).not.toBe(en);
  });
});

describe('every text that is a sentence', () => {
  it.each(TEXTS.filter(([label]) => !/^(name of|label of|principle)/.test(label)))('ends like one: the %s', (_, { nl, en }) => {
    expect(nl).toMatch(/[.?]$/);
    expect(en).toMatch(/[.?]$/);
  });
});

describe('the names of the measures', () => {
  it.each(['nl', 'en'] as const)('are all different in %s', (language) => {
    expect(new Set(CATALOGUE.map((measure) => measure.name[language])).size).toBe(CATALOGUE.length);
  });

  it('are those of the model in Dutch', () => {
    expect(CATALOGUE.slice(0, 10).map((measure) => measure.name.nl)).toEqual([
      'De coalitie',
      'Triangulatie',
      'Partijdigheid',
      'De hulpverlener laat zich voorschrijven',
      'Geheimhouding beloven bij ongevraagde informatie van derden',
      'Niet weten wie je tot je cliënten moet rekenen',
      'Als machteloosheid niet herkend en erkend wordt',
      'Het onzichtbare kind',
      'Als invloed en verantwoordelijkheid niet in evenwicht zijn',
      'Gebrek aan persoonlijke grenzen',
    ]);
  });
});

describe('what a signal says', () => {
  const signals = sentences().filter(([label]) => label.startsWith('sentence of full') && !label.endsWith('no mark'));

  it('exists for all four marks', () => {
    expect(signals).toHaveLength(4);
  });

  it.each(signals)('names n and ends in a question: the %s', (_, { nl, en }) => {
    expect(nl).toMatch(/3 van 12 reflecties .*\?$/);
    expect(en).toMatch(/3 of 12 reflections .*\?$/);
  });
});
