import { describe, expect, it } from '@jest/globals';
import { findBreakdowns } from '../breakdown/breakdown-list.js';
import { blockCounts, CATALOGUE } from '../measure/catalogue.js';
import { CHART_WORDING, DIRECTION_WORDING, READER_WORDING } from '../measure/measure-words.js';
import { nRule } from '../measure/n-rule.js';
import { UNIT_WORDING } from '../measure/unit.js';
import { PITFALL_CODES, PITFALLS, subtypesOf } from '../role-model/pitfall.js';
import { PRINCIPLE_WORDING, PRINCIPLES, ROLE_PART_WORDING, ROLE_PARTS } from '../role-model/role-part.js';
import type { Wording } from '../shared/wording.js';
import { PUBLICATION_EXPLAINED } from './publication-explained.js';
import { FORBIDDEN, OTHER_LANGUAGE } from './testing/forbidden-words.js';

const CODES = [
  ...CATALOGUE.map((measure) => measure.code),
  ...blockCounts().map((count) => count.key).filter((key) => key.includes(':')),
  ...PITFALL_CODES,
  ...PITFALL_CODES.flatMap(subtypesOf),
  ...ROLE_PARTS,
  ...PRINCIPLES,
];

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
  ...CATALOGUE.map((measure): [string, Wording] => [`n rule of ${measure.code}`, nRule(measure)]),
  ...findBreakdowns().flatMap(({ code, name, caution, categories }): [string, Wording][] => [
    [`name of breakdown ${code}`, name],
    [`caution of breakdown ${code}`, caution],
    ...categories.map((category): [string, Wording] => [`label of ${code} ${category.code}`, category.name]),
  ]),
  ...Object.entries({ ...UNIT_WORDING, ...DIRECTION_WORDING, ...READER_WORDING, ...CHART_WORDING }).map(([code, words]): [string, Wording] => [`label of ${code}`, words]),
  ...PUBLICATION_EXPLAINED.flatMap(({ code, title, paragraphs }): [string, Wording][] => [
    [`label of section ${code}`, title],
    ...paragraphs.map((paragraph, index): [string, Wording] => [`paragraph ${index} of ${code}`, paragraph]),
  ]),
  ...PRINCIPLES.filter((principle) => principle !== 'PRIVACY').map((principle): [string, Wording] => [`principle ${principle}`, PRINCIPLE_WORDING[principle]]),
];

describe('the list of forbidden words', () => {
  it.each([
    ['nl', 'Dat is de schuld van het team.'],
    ['nl', 'Zuid is het slechtste team.'],
    ['nl', 'De ranglijst van teams.'],
    ['nl', 'Rood: het aantal verdubbelde.'],
    ['nl', 'Een fout.'],
    ['nl', 'Team Zuid doet het slechter.'],
    ['nl', 'Groen.'],
    ['nl', 'Verspilde uren.'],
    ['nl', 'Verkeerde verwijzing.'],
    ['nl', 'Een moeilijk gezin.'],
    ['nl', 'Oranje: het team presteert onder de maat.'],
    ['nl', 'Het aantal is verdrievoudigd.'],
    ['nl', 'Een onwillige cliënt.'],
    ['en', 'The worst team is to blame.'],
    ['en', 'A ranking in red and green.'],
    ['en', 'It doubled.'],
    ['en', 'Wasted hours.'],
    ['en', 'A wrong referral.'],
    ['en', 'A difficult family.'],
    ['en', 'Amber: twice as many.'],
    ['en', 'It tripled.'],
    ['en', 'Poor performance.'],
    ['en', 'An unwilling client.'],
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

  it('has no word of the other language in it', () => {
    expect(nl).not.toMatch(OTHER_LANGUAGE.nl);
    expect(en).not.toMatch(OTHER_LANGUAGE.en);
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

describe('the explanation of publication', () => {
  const paragraphs = PUBLICATION_EXPLAINED.flatMap((section) => section.paragraphs);

  it.each(['nl', 'en'] as const)('keeps to plain language in %s: at most 30 words a sentence, at most 16 on average', (language) => {
    const lengths = paragraphs.flatMap((paragraph) => paragraph[language].split(/(?<=[.;:])\s+/u)).map((sentence) => sentence.split(/\s+/u).length);
    expect(lengths.filter((length) => length > 30)).toEqual([]);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(16);
  });

  it('names the floor, the rounding and the known residue', () => {
    const told = paragraphs.map(({ en }) => en).join(' ');
    for (const fact of ['10 reflections', '5 professionals', '8 cases', 'multiple of 3', 'two or more periods', 'put before the works council']) expect(told).toContain(fact);
  });

  it('has sections with codes of their own', () => {
    const codes = PUBLICATION_EXPLAINED.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
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
