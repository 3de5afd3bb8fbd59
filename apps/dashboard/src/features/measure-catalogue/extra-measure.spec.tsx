import { MantineProvider } from '@mantine/core';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import { startTestTranslations } from '../../test-translations';
import { BREAKDOWNS, measureNamed } from './catalogue-fixture';
import { MeasureMeaningCard } from './MeasureMeaningCard';
import { MeasurePicker } from './MeasurePicker';
import { MethodsOverview } from './MethodsOverview';

const EXTRA = measureNamed('EXTRA_COURT', 'Door de rechter verwezen');
const WITHOUT_TREND = measureNamed('EXTRA_OTHER', 'Zonder verloop', false);
const MEASURES = [EXTRA, WITHOUT_TREND];

beforeAll(startTestTranslations);
afterEach(async () => {
  cleanup();
  await i18next.changeLanguage('nl');
});

function show(part: ReactElement): void {
  render(
    <MantineProvider>
      <MemoryRouter>{part}</MemoryRouter>
    </MantineProvider>,
  );
}

describe('a measure that only the API knows of', () => {
  it('can be picked when it has a trend, and only then', () => {
    show(<MeasurePicker measures={MEASURES} measure="EXTRA_COURT" onPick={() => undefined} />);
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Door de rechter verwezen']);
  });

  it('has a definition card with what counts, in what, how to read it and from when on it is shown', () => {
    show(<MeasureMeaningCard measure={EXTRA} />);
    const card = screen.getByRole('region', { name: 'Wat betekent dit?' });
    const texts = within(card).getAllByRole('definition').map((text) => text.textContent);
    expect(texts).toEqual([
      EXTRA.definition.nl,
      'aandeel van de reflecties',
      expect.stringContaining(EXTRA.caution.nl),
      EXTRA.nRule.nl,
    ]);
    expect(within(card).getByRole('link').getAttribute('href')).toBe('/methods#extra-court');
  });

  it('has a section on the methods page with everything that is said of it, and a line in its contents', () => {
    show(<MethodsOverview measures={MEASURES} breakdowns={BREAKDOWNS} />);
    expect(screen.getByRole('link', { name: 'Door de rechter verwezen' }).getAttribute('href')).toBe('#extra-court');
    const section = screen.getByRole('region', { name: 'Door de rechter verwezen' });
    expect(within(section).getAllByRole('definition').map((text) => text.textContent)).toEqual([
      EXTRA.definition.nl,
      'aandeel van de reflecties',
      EXTRA.caution.nl,
      'Meer is niet goed of slecht.',
      'per team, per maand; waar weinig is vastgelegd per team, per kwartaal',
      EXTRA.nRule.nl,
      'regelkaart',
      'bestuurder, teammanager',
    ]);
    expect(document.body.textContent).not.toMatch(/[A-Z]{3,}_[A-Z]+/);
  });

  it('is there in English as well', async () => {
    await i18next.changeLanguage('en');
    show(<MethodsOverview measures={MEASURES} breakdowns={BREAKDOWNS} />);
    expect(screen.getByRole('region', { name: 'Door de rechter verwezen (en)' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Breakdowns' }).textContent).toContain('vrijwillig (en) · niet bekend (en)');
  });
});
