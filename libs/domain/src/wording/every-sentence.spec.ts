import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockCounts, CATALOGUE } from '../measure/catalogue.js';
import { PITFALL_CODES, subtypesOf } from '../role-model/pitfall.js';
import { PRINCIPLES, ROLE_PARTS } from '../role-model/role-part.js';
import type { Language } from '../shared/wording.js';
import { EVERY_MAKER, WITHOUT_TEXT } from './testing/every-maker.js';
import { COURSE, FORBIDDEN, OTHER_LANGUAGE, PERSONS } from './testing/forbidden-words.js';
import type { Said, SentenceMaker } from './testing/sentence-maker.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Plain language asks for 15 words on average; 30 leaves room for the name of a measure (up to nine words) and a merged period. */
const MOST_WORDS = 30;
const MOST_WORDS_ON_AVERAGE = 15;

const CODES = [
  ...CATALOGUE.map((measure) => measure.code),
  ...blockCounts().map((count) => count.key).filter((key) => key.includes(':')),
  ...PITFALL_CODES,
  ...PITFALL_CODES.flatMap(subtypesOf),
  ...ROLE_PARTS,
  ...PRINCIPLES,
  ...['above-limit', 'shift-above', 'dots-only', 'not-available', 'no-lines', 'team-manager', 'work_guidance', 'confirmed', 'fewer-than-half'],
];

/** The text without the names in it, which are judged where they are written. */
function aroundNames({ text, names = [] }: Said, language: Language): string {
  const words = names.map((name) => (typeof name === 'string' ? name : name[language])).sort((one, other) => other.length - one.length);
  return words.reduce((rest, name) => rest.replaceAll(name, ' … '), text[language]);
}

/** The numbers of a text as they are written, with their separators. */
function numbersIn(text: string): readonly string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}

const FORMS = {
  whole: { nl: formatOf('nl', 0), en: formatOf('en', 0) },
  decimals: { nl: formatOf('nl', 2), en: formatOf('en', 2) },
};

/** The platform's own idea of how a language writes numbers, to hold ours against. */
function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: 'always' });
}

function written(count: number, language: Language): string {
  return FORMS.whole[language].format(count);
}

/** Every number that may stand in a text, written as the language does. */
function mayStand({ n = [], numbers = [], decimals = [], periods = [] }: Said, language: Language): ReadonlySet<string> {
  const ofPeriods = periods.flatMap(({ from, through }) => [from.slice(0, 4), through.slice(0, 4), '1', '2', '3', '4']);
  return new Set([...[...n, ...numbers].map((count) => written(count, language)), ...decimals.map((value) => FORMS.decimals[language].format(value)), ...ofPeriods]);
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?])\s+/u);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The texts that break a law, each with what breaks it; a law answers what is against it, or null. */
type Breaches = (law: (said: Said, language: Language) => unknown) => readonly (readonly [string, unknown])[];

/** Judges what a function says about a few hundred results, each measure in its turn; they are made once, for all laws. */
function breachesOf({ results }: SentenceMaker): Breaches {
  let made: readonly Said[] | null = null;
  return (law) => {
    made ??= results.flatMap((result) => fc.sample(result, results.length === 1 ? 200 : 12));
    return made.flatMap((said) => LANGUAGES.map((language) => [said.text[language], law(said, language)] as const)).filter(([, breach]) => breach !== null);
  };
}

const ALL = EVERY_MAKER.map((maker): [string, SentenceMaker['makes'], Breaches] => [maker.exported, maker.makes, breachesOf(maker)]);
const SENTENCES = ALL.filter(([, makes]) => makes === 'sentence');
const UNFINISHED = /[A-Z]{2,}_|\p{L}_\p{L}|undefined|null|NaN|Infinity|\[object|\$\{|\d{4}-\d{2}/u;
const LOOSE = /^\s|\s$|[\r\n\t]| {2}|[.?]{2}|[;:,] ?[.?]|\( |\s[.,;:?)]/u;
const COUNT_OF_WHOLE = /(tot |to )?([\d.,]*\d) (?:van|of) ([\d.,]*\d) (?:reflecties|reflections|velden|fields)/gu;

function found(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[0] ?? null;
}

function anyOf<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}

describe('the list of functions that make text', () => {
  it('holds every exported function of this folder, each once', async () => {
    const folder = new URL('.', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
    const exported: string[] = [];
    for (const file of files) {
      const module: unknown = await import(new URL(file, folder).href);
      const members: readonly [string, unknown][] = typeof module === 'object' && module !== null ? Object.entries(module) : [];
      exported.push(...members.filter(([, member]) => typeof member === 'function').map(([name]) => name));
    }
    expect([...EVERY_MAKER.map((maker) => maker.exported), ...WITHOUT_TEXT].sort()).toEqual(exported.sort());
  });

  it('has results to judge every function on', () => {
    expect(EVERY_MAKER.filter(({ results }) => results.length === 0)).toEqual([]);
  });
});

describe.each(ALL)('whatever %s says', (_, __, breaches) => {
  it('is filled in, in one line, without loose spaces or doubled signs', () => {
    expect(breaches(({ text }, language) => (text[language] === '' ? 'empty' : found(text[language], LOOSE)))).toEqual([]);
  });

  it('blames, ranks and colours nobody', () => {
    expect(breaches(({ text }, language) => found(text[language], FORBIDDEN[language]))).toEqual([]);
  });

  it('has no word of the other language in it', () => {
    expect(breaches((said, language) => found(aroundNames(said, language), OTHER_LANGUAGE[language]))).toEqual([]);
  });

  it('shows no code and nothing unfinished', () => {
    expect(breaches(({ text }, language) => CODES.find((code) => text[language].includes(code)) ?? found(text[language], UNFINISHED))).toEqual([]);
  });

  it('names n', () => {
    expect(
      breaches((said, language) => {
        const numbers = numbersIn(aroundNames(said, language));
        return anyOf((said.n ?? []).map((count) => written(count, language)).filter((count) => !numbers.includes(count)));
      }),
    ).toEqual([]);
  });

  it('holds no number that was not in the result, written as the language does', () => {
    expect(
      breaches((said, language) => {
        const allowed = mayStand(said, language);
        return anyOf(numbersIn(aroundNames(said, language)).filter((number) => !allowed.has(number)));
      }),
    ).toEqual([]);
  });

  it('writes a percentage as the language does', () => {
    expect(breaches(({ text }, language) => found(text[language], language === 'nl' ? /\d%|\d\s{2,}%/ : /\d\s+%/))).toEqual([]);
  });

  it('says of a rounded count neither that it is none nor that it is all', () => {
    expect(
      breaches(({ text }, language) => {
        const counts = [...text[language].matchAll(COUNT_OF_WHOLE)];
        return anyOf(counts.filter(([, band, part, of]) => band === undefined && (part === '0' || part === of)).map(([count]) => count));
      }),
    ).toEqual([]);
  });
});

describe.each(SENTENCES)('every sentence of %s', (_, __, breaches) => {
  it('differs between the languages', () => {
    expect(breaches(({ text }) => (text.nl === text.en ? text.en : null))).toEqual([]);
  });

  it('has a pattern, a team or the organisation for its subject, never one person', () => {
    expect(breaches((said, language) => found(aroundNames(said, language), PERSONS[language]))).toEqual([]);
  });

  it('ends like one', () => {
    expect(breaches(({ text }, language) => (/[.?]$/u.test(text[language]) ? null : 'no end'))).toEqual([]);
  });

  it(`has at most ${MOST_WORDS} words, and at most ${MOST_WORDS_ON_AVERAGE} on average`, () => {
    const lengths: number[] = [];
    const tooLong = breaches(({ text }, language) => {
      const words = sentencesOf(text[language]).map((sentence) => wordsOf(sentence).length);
      lengths.push(...words);
      return anyOf(words.filter((length) => length > MOST_WORDS));
    });
    expect(tooLong).toEqual([]);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(MOST_WORDS_ON_AVERAGE);
  });

  it('ends in a question or an offer when it points at something', () => {
    expect(breaches(({ text, leads }, language) => (leads && !text[language].endsWith('?') ? 'no question' : null))).toEqual([]);
  });

  it('makes no course over time out of one or two points', () => {
    expect(breaches((said, language) => (said.isTooFew === true ? found(aroundNames(said, language), COURSE[language]) : null))).toEqual([]);
  });
});
