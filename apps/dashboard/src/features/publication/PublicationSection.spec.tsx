import { MantineProvider } from '@mantine/core';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { startTestTranslations } from '../../test-translations';
import { PublicationSection } from './PublicationSection';
import type { PublicationExplained } from './use-publication-explained';

const EXPLAINED: PublicationExplained = {
  sections: [{ code: 'merged', title: { nl: 'Waarom maanden samen gaan', en: 'Why months go together' }, paragraphs: [{ nl: 'Een alinea.', en: 'A paragraph.' }] }],
  releaseSentence: { nl: 'Uitgave 12 is van 10 november 2026.', en: 'Release 12 is of 10 November 2026.' },
  lastRelease: { hash: 'ab'.repeat(32), audit: { sentence: { nl: 'Gevonden: 0.', en: 'Found: 0.' } } },
};

beforeAll(startTestTranslations);
afterEach(cleanup);

function show(explained: PublicationExplained): void {
  render(
    <MantineProvider>
      <PublicationSection explained={explained} />
    </MantineProvider>,
  );
}

describe('PublicationSection', () => {
  it('shows every section, the last release, its audit and its hash', () => {
    show(EXPLAINED);
    expect(screen.getByRole('region', { name: 'Waarom maanden samen gaan' }).textContent).toContain('Een alinea.');
    expect(screen.getByText(/^Uitgave 12 is van 10 november 2026\. Gevonden: 0\.$/)).toBeTruthy();
    expect(screen.getByText(`Kenmerk: ${'ab'.repeat(32)}`)).toBeTruthy();
  });

  it('says that there is no release yet, and shows no hash', () => {
    show({ ...EXPLAINED, releaseSentence: { nl: 'Er is nog geen uitgave.', en: 'There is no release yet.' }, lastRelease: null });
    expect(screen.getByText('Er is nog geen uitgave.')).toBeTruthy();
    expect(screen.queryByText(/Kenmerk/)).toBeNull();
  });
});
