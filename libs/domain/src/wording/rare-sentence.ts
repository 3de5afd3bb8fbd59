import type { Measure } from '../measure/measure.js';
import { bandOfRare, type NumberBand } from '../publication/figure-reading.js';
import type { PublishedCell } from '../publication/published-cell.js';
import type { Language } from '../shared/wording.js';
import { noFigureSentence } from './availability-sentence.js';
import { spokenBandForm } from './band-form.js';
import { quotedNameForm } from './name-form.js';
import { countForm } from './number-form.js';
import { periodLabel, type MonthsOfFigure } from './period-label.js';

/** A rare, high-harm measure of one team in one half-year. */
export interface RareHalfYear {
  readonly measure: Measure;
  readonly period: MonthsOfFigure;
  /** The posted half-year count, a multiple of 3, and the reflections it is of. */
  readonly cell: PublishedCell;
}

const EACH_COUNTS = {
  nl: 'Elke keer is een gesprek waard: is er ruimte voor in supervisie?',
  en: 'Each time is worth a conversation: is there room for it in supervision?',
};

/**
 * A rare measure of a team as the band of its posted count, with n and never a number or a share: '1e halfjaar 2026, ‘Het onzichtbare kind’: 1 tot 5
 * van 60 reflecties.'
 *
 * @throws RangeError when the count is no multiple of 3: then it was not posted.
 */
export function rareSentence({ measure, period, cell }: RareHalfYear, language: Language): string {
  if (cell.state !== 'shown') return noFigureSentence(period, cell.state, language);
  if (cell.denominator === 0) return noFigureSentence(period, 'absent', language);
  const label = periodLabel(period.from, period.through, language);
  const name = quotedNameForm(measure.name, language);
  return `${label}, ${name}: ${rareFigure(cell.numerator, cell.denominator, language)}. ${EACH_COUNTS[language]}`;
}

/** The band of a rare measure with its n: '1 tot 5 van 60 reflecties'. Takes the posted count, a multiple of 3. */
export function rareFigure(posted: number, n: number, language: Language): string {
  return bandFigure(bandOfRare(posted), n, language);
}

/** A band of reflections with its n: '1 tot 5 van 60 reflecties'. */
export function bandFigure(band: NumberBand, n: number, language: Language): string {
  const count = spokenBandForm(band, language);
  return { nl: `${count} van ${countForm(n, language)} reflecties`, en: `${count} of ${countForm(n, language)} reflections` }[language];
}
