import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import { startTestTranslations } from '../../test-translations';
import { toTrend } from './to-chart-rows';
import { TrendTable } from './TrendTable';
import { ANSWER, HOURS, RARE } from './trend-fixture';

beforeAll(startTestTranslations);
afterEach(cleanup);

function cellsOf(period: string): readonly (string | null)[] {
  const row = screen.getByRole('rowheader', { name: period }).closest('tr');
  if (row === null) throw new Error(`no row ${period}`);
  return within(row).getAllByRole('cell').map((cell) => cell.textContent);
}

function renderTable(signalsSought = true, answer = ANSWER): void {
  const { rows, figureUnit } = toTrend(answer);
  render(<TrendTable rows={rows} unit={figureUnit} caption="Cijfers" signalsSought={signalsSought} />);
}

describe('TrendTable', () => {
  it('shows every column of a shown period', () => {
    renderTable();
    expect(cellsOf('dec 2025')).toEqual(['18', '40', '45 %', '41', '5 %', '43 %', 'boven de lijnen', 'getoond']);
  });

  it('shows a posted zero as 0–2 without a percentage, and absent and withheld as words without any number', () => {
    renderTable();
    expect(cellsOf('jan 2026').slice(0, 4)).toEqual(['0–2', '20', '–', '22']);
    expect(cellsOf('mei 2026')).toEqual(['–', '–', '–', '–', '–', '–', '–', 'niets aangeleverd']);
    expect(cellsOf('jun 2026')).toEqual(['–', '–', '–', '–', '–', '–', '–', 'nog niet te tonen']);
  });

  it('shows a merged period in one row, newest period first', () => {
    renderTable();
    const periods = screen.getAllByRole('rowheader').map((header) => header.textContent);
    expect(periods).toEqual(['jul 2026', 'jun 2026', 'mei 2026', 'feb–apr 2026', 'jan 2026', 'dec 2025']);
  });

  it('does not say that there is no signal where none was looked for', () => {
    renderTable(false);
    expect(cellsOf('jan 2026')[6]).toBe('–');
  });

  it('scrolls inside a named region that the keyboard can reach', () => {
    renderTable();
    expect(screen.getByRole('region', { name: 'Cijfers' }).tabIndex).toBe(0);
    expect(screen.getAllByRole('columnheader')).toHaveLength(9);
  });

  it('shows bands and hours in columns of their own, without lines or signals', () => {
    renderTable(false, RARE);
    expect(cellsOf('2e halfjaar 2025')).toEqual(['1–5', '57', '60', 'getoond']);
    expect(cellsOf('1e halfjaar 2026')).toEqual(['–', '–', '–', 'nog niet te tonen']);
    cleanup();
    renderTable(false, HOURS);
    expect(cellsOf('1e kwartaal 2026')).toEqual(['45', '60', '75 uur', '66', 'getoond']);
  });
});
