import type { Measure } from '../measure/measure.js';
import type { ShownCell } from '../publication/published-cell.js';
import type { Language, Wording } from '../shared/wording.js';
import { measureFigure } from './figure-phrase.js';
import { quotedNameForm } from './name-form.js';

/** Two figures of a measure and nothing more. */
export interface TwoPoints {
  readonly measure: Measure;
  readonly latest: ShownCell;
  readonly previous: ShownCell;
}

/**
 * Two points beside each other, each with its n, and that they say nothing yet: '‘Partijdigheid’: 6 van 40 reflecties (15 %). Eerder was dat 3 van 38
 * reflecties (8 %): te weinig om iets te zeggen.' Never a rise, a fall or a factor.
 *
 * @throws RangeError for a measure without cells.
 */
export function twoPointsSentence({ measure, latest, previous }: TwoPoints, language: Language): string {
  const name = quotedNameForm(measure.name, language);
  const [now, before] = [latest, previous].map((cell) => measureFigure(measure, cell, language));
  const words: Wording = {
    nl: `${name}: ${now}. Eerder was dat ${before}: te weinig om iets te zeggen.`,
    en: `${name}: ${now}. Before, it was ${before}: too few to say anything.`,
  };
  return words[language];
}
