import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { startTestTranslations } from '../../test-translations';
import { toTrend } from './to-chart-rows';
import { TrendFigures } from './TrendFigures';
import { ANSWER, answerWith, RARE } from './trend-fixture';

beforeAll(startTestTranslations);
afterEach(async () => {
  cleanup();
  await i18next.changeLanguage('nl');
});

function renderFigures(change: Parameters<typeof answerWith>[0] = {}): void {
  render(<TrendFigures trend={toTrend(answerWith(change))} measureName="Partijdigheid" spoken={null} presentation="table" controls={<button type="button">Tabel</button>} />);
}

describe('TrendFigures', () => {
  it('says in words what the last period with a figure means, in the language of the reader', async () => {
    renderFigures();
    expect(screen.getByText(/^feb–apr 2026: 300 van 1\.200 reflecties \(25 %\)\. Dat is binnen/)).toBeTruthy();
    await act(() => i18next.changeLanguage('en'));
    expect(screen.getByText(/^Feb–Apr 2026: 300 of 1,200 reflections \(25%\)\. That is within/)).toBeTruthy();
  });

  it('always shows n, and that it is not for appraisal', () => {
    renderFigures();
    const line = screen.getByText(/niet bedoeld om mensen te beoordelen/).textContent;
    expect(line).toContain('n\u00a0=\u00a01.315 reflecties');
  });

  it('says that there are points only when there are too few for lines', () => {
    renderFigures({ chart: { stage: 'DOTS_ONLY', centre: null, lower: [], upper: [], marks: [] } });
    expect(screen.getByText('Alleen punten.')).toBeTruthy();
  });

  it('says that nothing can be shown, without a sentence about figures, when no period is shown', () => {
    const { periods } = ANSWER.measureTrend;
    renderFigures({ periods: { ...periods, states: periods.states.map(() => 'WITHHELD') } });
    expect(screen.getByRole('heading', { name: 'Nog geen cijfer te tonen' })).toBeTruthy();
    expect(screen.queryByText(/\d van \d/)).toBeNull();
  });

  it('says that no month was closed yet before the first close', () => {
    const none = { from: [], through: [], states: [], reflections: [], numerators: [], denominators: [], bands: [] };
    renderFigures({ periods: none, closedThrough: null });
    expect(screen.getByRole('heading', { name: 'Nog geen maand afgesloten' })).toBeTruthy();
  });

  it('gives a rare measure as its band in words and a table, with no chart to choose', () => {
    renderFigures(RARE.measureTrend);
    expect(screen.getByText(/^2e halfjaar 2025: 1 tot 5 van 57 reflecties\./)).toBeTruthy();
    expect(screen.getByText(/staat hier per halfjaar een bandbreedte, zonder grafiek/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tabel' })).toBeNull();
    expect(screen.getByRole('table', { name: /^Cijfers per halfjaar/ })).toBeTruthy();
  });
});
