import { describe, expect, it } from '@jest/globals';
import { ageBands } from '../alert/alert-age.js';
import { openAlertsSentence } from './open-alerts-sentence.js';

function open(...counts: readonly number[]) {
  return ageBands().map((band, index) => ({ band, open: counts[index] ?? 0 }));
}

describe('openAlertsSentence', () => {
  it('says how many are open and how long they wait, and asks what is needed', () => {
    expect(openAlertsSentence(open(2, 0, 1), 'nl')).toBe(
      'Open meldingen over een kind: 3. Ze wachten: 2 (0 tot en met 5 werkdagen), 1 (meer dan 10 werkdagen). Wat is er nodig om ze samen op te pakken?',
    );
  });

  it('reads no open alert as silence, which proves nothing', () => {
    expect(openAlertsSentence(open(), 'nl')).toBe('Er staan geen meldingen over een kind open. Stilte bewijst niets: zijn alle kinderen in beeld?');
  });
});
