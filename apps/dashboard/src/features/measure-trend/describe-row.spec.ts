import { beforeAll, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { startTestTranslations } from '../../test-translations';
import { describeRow } from './describe-row';
import { toTrend } from './to-chart-rows';
import { ANSWER } from './trend-fixture';

beforeAll(startTestTranslations);

function sentences(language: 'nl' | 'en'): readonly string[] {
  return toTrend(ANSWER).rows.map((row) => describeRow(row, i18next.getFixedT(language), language).replaceAll('\u00a0', ' '));
}

describe('describeRow', () => {
  it('names the counts, n, the lines and the signal of a shown period', () => {
    expect(sentences('nl')[0]).toBe('dec 2025: opgemerkt in 18 van 40 (45 %), n = 41 reflecties. Lijnen: 5 % tot 43 %. Signaal: boven de lijnen.');
  });

  it('says zero for zero, and gives absent and withheld different words without a number', () => {
    const [, zero, , absent, withheld] = sentences('nl');
    expect(zero).toContain('opgemerkt in 0 van 20 (0 %)');
    expect(absent).toBe('mei 2026: niets aangeleverd.');
    expect(withheld).toBe('jun 2026: nog niet te tonen.');
  });

  it('names the months of a merged period and writes large numbers as the language does', () => {
    expect(sentences('nl')[2]).toContain('feb–apr 2026: opgemerkt in 300 van 1.200');
    expect(sentences('en')[2]).toContain('Feb–Apr 2026: noticed in 300 of 1,200');
  });

  it('says that pitfalls were not considered instead of a share of nothing', () => {
    expect(sentences('nl')[5]).toBe('jul 2026: 12 reflecties, waarin niet naar valkuilen is gekeken.');
  });
});
