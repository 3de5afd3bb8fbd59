import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { startTestTranslations } from '../../test-translations';
import { describeRow } from './describe-row';
import { toTrend } from './to-chart-rows';
import { ANSWER, HOURS, RARE } from './trend-fixture';

beforeAll(startTestTranslations);

function sentences(language: 'nl' | 'en', answer = ANSWER): readonly string[] {
  const { rows, figureUnit } = toTrend(answer);
  return rows.map((row) => describeRow(row, figureUnit, i18next.getFixedT(language), language).replaceAll('\u00a0', ' '));
}

describe('describeRow', () => {
  it('names the counts, n, the lines and the signal of a shown period', () => {
    expect(sentences('nl')[0]).toBe('dec 2025: 18 van 40 reflecties (45 %). Reflecties in deze periode: n = 41. Lijnen: 5 % tot 43 %. Signaal: boven de lijnen.');
  });

  it('says a posted zero as 0 to 2, never as 0 %, and gives absent and withheld different words without a number', () => {
    const [, zero, , absent, withheld] = sentences('nl');
    expect(zero).toContain('jan 2026: 0 tot 2 van 20 reflecties. ');
    expect(zero).not.toMatch(/reflecties \(0/);
    expect(absent).toBe('mei 2026: niets aangeleverd.');
    expect(withheld).toBe('jun 2026: nog niet te tonen.');
  });

  it('names the months of a merged period and writes large numbers as the language does', () => {
    expect(sentences('nl')[2]).toContain('feb–apr 2026: 300 van 1.200 reflecties');
    expect(sentences('en')[2]).toContain('Feb–Apr 2026: 300 of 1,200 reflections');
  });

  it('says that the question was not answered instead of a share of nothing', () => {
    expect(sentences('nl')[5]).toBe('jul 2026: 12 reflecties, waarin deze vraag niet is beantwoord.');
  });

  it('tells a rare measure as its band and hours per 100 reflections', () => {
    expect(sentences('nl', RARE)).toEqual(['2e halfjaar 2025: 1 tot 5 van 57 reflecties. Reflecties in deze periode: n = 60.', '1e halfjaar 2026: nog niet te tonen.']);
    expect(sentences('en', HOURS)).toEqual(['Q1 2026: 75 hours per 100 reflections (n = 60). Reflections in this period: n = 66.']);
  });
});
