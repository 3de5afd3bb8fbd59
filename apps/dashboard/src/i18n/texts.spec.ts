import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '@rolvast/domain';
import { en } from './en';
import { nl } from './nl';

function leaves(tree: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}${key}`;
    if (typeof value === 'string') return [[here, value] as const];
    return typeof value === 'object' && value !== null ? leaves(value, `${here}.`) : [];
  });
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
}

describe('the texts', () => {
  it('have the same keys and the same placeholders in both languages', () => {
    const shape = (tree: object) => leaves(tree).map(([key, text]) => [key, placeholders(text)]);
    expect(shape(en)).toEqual(shape(nl));
    expect(shape(nl).length).toBeGreaterThan(50);
  });

  it('are never empty, and never the same text twice by forgetting to translate a sentence', () => {
    const english = new Map(leaves(en));
    const untranslated = leaves(nl).filter(([key, text]) => text === '' || english.get(key) === '' || (text.length > 25 && !text.includes('{{') && english.get(key) === text));
    expect(untranslated).toEqual([]);
  });

  it('never blame and never show a code', () => {
    const all = [...leaves(nl), ...leaves(en)].map(([, text]) => text).join(' ');
    expect(all).not.toMatch(/\b(fout|schuld|slechtste|ranglijst|blame|worst|ranking)\b/i);
    expect(CATALOGUE.filter(({ code }) => all.includes(code))).toEqual([]);
  });
});
