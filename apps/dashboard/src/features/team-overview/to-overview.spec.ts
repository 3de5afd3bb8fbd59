import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { startTestTranslations } from '../../test-translations';
import { figureRows } from './figure-rows';
import { overviewWith, OVERVIEW } from './overview-fixture';
import { toOverview } from './to-overview';

const { pitfalls } = OVERVIEW.teamOverview;

beforeAll(startTestTranslations);

describe('toOverview', () => {
  it('keeps shown, withheld and absent apart, and a band without a number', () => {
    const found = toOverview(OVERVIEW).pitfalls.map(({ cell }) => cell);
    expect(found.map(({ state }) => state)).toEqual(['shown', 'shown', 'shown', 'withheld', 'absent']);
    expect(found[1]).toEqual({ state: 'shown', numerator: null, denominator: 57, band: { from: 1, through: 5 } });
    expect(found[3]).toEqual({ state: 'withheld' });
  });

  it('refuses an answer that contradicts itself', () => {
    expect(() => toOverview(overviewWith({ pitfalls: { ...pitfalls, denominators: [null, 57, 40, null, null] } }))).toThrow('without its counts');
    expect(() => toOverview(overviewWith({ reflections: null }))).toThrow('without its reflections');
  });

  it('names the unit only where it is not the team alone', () => {
    expect(toOverview(OVERVIEW).publishedWith).toBeNull();
    expect(toOverview(overviewWith({ unit: { code: 'an1', name: 'Noord + Zuid' } })).publishedWith).toBe('Noord + Zuid');
  });
});

describe('the rows to keep', () => {
  it('have the headings first, numbers as numbers, bands as text and nothing where nothing is told', () => {
    const rows = figureRows(toOverview(OVERVIEW).pitfalls, (code) => code.toLowerCase(), i18next.t, 'nl');
    expect(rows.map((row) => row.slice(4, 7))).toEqual([
      ['Aantal', 'Van', 'Aandeel'],
      ['0\u20132', 40, null],
      ['1\u20135', 57, null],
      [18, 40, 0.45],
      [null, null, null],
      [null, null, null],
    ]);
  });
});
