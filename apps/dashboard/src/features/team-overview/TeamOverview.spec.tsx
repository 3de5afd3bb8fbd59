import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { startTestTranslations } from '../../test-translations';
import { InShort } from './InShort';
import { overviewWith, OVERVIEW } from './overview-fixture';
import { OverviewLine } from './OverviewLine';
import { PitfallProfile } from './PitfallProfile';
import { toOverview } from './to-overview';

beforeAll(startTestTranslations);
afterEach(cleanup);

const NAMES: Readonly<Record<string, string>> = { PITFALL_COALITION: 'De coalitie', PITFALL_SECRECY: 'Geheimhouding', PITFALL_POWERLESSNESS: 'Machteloosheid', PITFALL_BOUNDARIES: 'Grenzen', PITFALL_PARTIALITY: 'Partijdigheid' };
const surroundings = { nameOf: (code: string) => NAMES[code] ?? code, addressOf: (code: string) => `/o/t/${code}`, open: 'PITFALL_POWERLESSNESS', definitionOf: () => null };

function showProfile(): void {
  const told = { overview: toOverview(OVERVIEW), teamName: 'Noord', quarterName: '3e kwartaal 2026', ...surroundings };
  render(<MemoryRouter><PitfallProfile {...told} /></MemoryRouter>);
}

function showShort(change: Parameters<typeof overviewWith>[0] = {}): void {
  render(<MemoryRouter><InShort overview={toOverview(overviewWith(change))} {...surroundings} /></MemoryRouter>);
}

function rowOf(name: string) {
  const row = screen.getByRole('link', { name }).closest('li');
  if (row === null) throw new Error('a figure has a row');
  return within(row);
}

describe('the profile', () => {
  it('keeps the order it is given, and says that noticing more is not worse', () => {
    showProfile();
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['De coalitie', 'Geheimhouding', 'Machteloosheid', 'Grenzen', 'Partijdigheid']);
    expect(screen.getByText(/Vaker opmerken is niet slechter/)).toBeTruthy();
  });

  it('gives each figure with its n, a posted zero and a rare one as a band without a share', () => {
    showProfile();
    expect(rowOf('Machteloosheid').getByText('18 van 40')).toBeTruthy();
    expect(rowOf('Machteloosheid').getByText(/45/)).toBeTruthy();
    expect(rowOf('De coalitie').getByText('0\u20132 van 40')).toBeTruthy();
    expect(rowOf('De coalitie').queryByText(/%/)).toBeNull();
    expect(rowOf('Geheimhouding').getByText(/1\u20135 van 57/).textContent).toContain('1e halfjaar 2026');
  });

  it('says of what is withheld and of what is absent two different things, and no number', () => {
    showProfile();
    expect(rowOf('Grenzen').getByText('nog niet te tonen')).toBeTruthy();
    expect(rowOf('Partijdigheid').getByText('niets aangeleverd')).toBeTruthy();
    expect(rowOf('Grenzen').queryByText(/\d/)).toBeNull();
  });

  it('names the mark of a chart in words, and leads to the trend', () => {
    showProfile();
    expect(rowOf('Machteloosheid').getByRole('img', { name: /reeks boven het midden/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Machteloosheid' }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('link', { name: 'De coalitie' }).getAttribute('href')).toBe('/o/t/PITFALL_COALITION');
  });
});

describe('in short', () => {
  it('says a signal in its sentence with what helps, and what was brought to support', () => {
    showShort();
    expect(screen.getByRole('heading', { name: 'Een eerste teken' })).toBeTruthy();
    expect(screen.getByText(/Een thema voor intervisie\?/)).toBeTruthy();
    expect(screen.getByText(/Machteloosheid herkennen/)).toBeTruthy();
    expect(screen.getByText(/12 van 27 reflecties \(44.%\)/)).toBeTruthy();
  });

  it('says calmly that nothing is special, and names a mark in a chart so that the two never disagree', () => {
    showShort({ signals: [] });
    expect(screen.getByRole('heading', { name: 'Niets bijzonders' })).toBeTruthy();
    expect(screen.getByText(/teken bij ‘Machteloosheid’/)).toBeTruthy();
  });

  it('does not say that nothing is special where signals can not be looked for', () => {
    showShort({ signals: [], signalsSought: false });
    expect(screen.getByRole('heading', { name: 'Nog te kort om signalen te zoeken' })).toBeTruthy();
    expect(screen.queryByText('Niets bijzonders')).toBeNull();
  });
});

describe('the line under the name of a team', () => {
  it.each([
    [{}, /n = 40 reflecties · de meeste/],
    [{ state: 'WITHHELD', reflections: null } as const, /^aantal reflecties nog niet te tonen/],
    [{ state: 'ABSENT', reflections: null } as const, /^niets aangeleverd/],
  ])('tells n, or what there is instead, and what figures are not for', (change, words) => {
    render(<OverviewLine overview={toOverview(overviewWith(change))} />);
    const line = screen.getByText(/niet bedoeld om mensen te beoordelen/).textContent.replaceAll('\u00a0', ' ');
    expect(line).toMatch(words);
  });
});
