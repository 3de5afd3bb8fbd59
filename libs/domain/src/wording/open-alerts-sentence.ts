import type { AgeBand } from '../alert/alert-age.js';
import type { Language, Wording } from '../shared/wording.js';
import { alertAgeForm } from './band-form.js';
import { countForm } from './number-form.js';

/** How many alerts of a team are open in one band of ages. From the worklist, so exact. */
export interface OpenAlertsOfBand {
  readonly band: AgeBand;
  readonly open: number;
}

/**
 * The open invisible-child alerts of a team by how long they wait, and who could help. None open is said with the reminder that silence proves
 * nothing; bands without an open alert are left out.
 */
export function openAlertsSentence(bands: readonly OpenAlertsOfBand[], language: Language): string {
  const total = bands.reduce((sum, { open }) => sum + open, 0);
  if (total === 0) return NONE_OPEN[language];
  const parts = bands.filter(({ open }) => open > 0).map(({ band, open }) => `${countForm(open, language)} (${alertAgeForm(band, language)})`);
  const words: Wording = {
    nl: `Open meldingen over een kind: ${countForm(total, language)}. Ze wachten: ${parts.join(', ')}. Wat is er nodig om ze samen op te pakken?`,
    en: `Open alerts about a child: ${countForm(total, language)}. They wait: ${parts.join(', ')}. What is needed to take them up together?`,
  };
  return words[language];
}

const NONE_OPEN: Wording = {
  nl: 'Er staan geen meldingen over een kind open. Stilte bewijst niets: zijn alle kinderen in beeld?',
  en: 'No alerts about a child are open. Silence proves nothing: are all children in view?',
};
