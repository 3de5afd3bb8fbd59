import type { AgeBand } from '../alert/alert-age.js';
import type { ParticipationBand } from '../measure/participation-band.js';
import { bandOfPosted, bandOfRare, ROUNDED_BY, type NumberBand } from '../publication/figure-reading.js';
import { assertNever } from '../shared/assert-never.js';
import type { Language } from '../shared/wording.js';
import { countForm } from './number-form.js';

/** A band in a table or on an axis: '0–2', '4 of meer'. */
export function bandForm({ from, through }: NumberBand, language: Language): string {
  if (through === null) return orMore(from, language);
  return `${countForm(from, language)}–${countForm(through, language)}`;
}

/** A band in a sentence: '0 tot 2', '4 of meer'. */
export function spokenBandForm({ from, through }: NumberBand, language: Language): string {
  if (through === null) return orMore(from, language);
  return `${countForm(from, language)} ${{ nl: 'tot', en: 'to' }[language]} ${countForm(through, language)}`;
}

function orMore(from: number, language: Language): string {
  return `${countForm(from, language)} ${{ nl: 'of meer', en: 'or more' }[language]}`;
}

/** How a posted zero reads in a table: '0–2'. */
export function zeroBandForm(language: Language): string {
  return bandForm({ from: 0, through: ROUNDED_BY }, language);
}

/**
 * A posted count of a whole in a sentence: '18 van 40', and where it would claim none or all, a band: '0 tot 2 van 12', '10 tot 12 van 12'.
 *
 * A posted count is a rounded one, at most 2 from the truth. Sentences give it as it is published, without "ongeveer" before every number:
 * that would make each sentence vaguer and none truer, and the definition card says it once. Only none and all would be read as a statement about
 * everybody, so they are never said.
 *
 * @param count 0 to `of`.
 */
export function postedCountForm(count: number, of: number, language: Language): string {
  return `${partForm(count, of, language)} ${{ nl: 'van', en: 'of' }[language]} ${countForm(of, language)}`;
}

/** The part alone: '18', or '0 tot 2' and '10 tot 12' of 12 where the posted count is none or all. */
export function partForm(count: number, of: number, language: Language): string {
  const band = bandOfPosted(count, of);
  return band === null ? countForm(count, language) : spokenBandForm(band, language);
}

/** Whether a posted count may be spoken as a share: none and all are bands, and a band has no percentage. */
export function hasShare(count: number, of: number): boolean {
  return count > 0 && count < of;
}

/** The band of a rare pitfall in a table: '0–2', '1–5' or '4 of meer'. Takes the posted count, a multiple of 3; throws RangeError on another. */
export function rareBandForm(posted: number, language: Language): string {
  return bandForm(bandOfRare(posted), language);
}

/** The band of a rare pitfall in a sentence: '0 tot 2', '1 tot 5' or '4 of meer'. Takes the posted count, a multiple of 3; throws RangeError on another. */
export function spokenRareBandForm(posted: number, language: Language): string {
  return spokenBandForm(bandOfRare(posted), language);
}

/** A participation band, to stand after other facts of a line: 'de meeste collega’s deden mee'. */
export function participationForm(band: ParticipationBand, language: Language): string {
  switch (band) {
    case 'fewer-than-half':
      return { nl: 'minder dan de helft van de collega’s deed mee', en: 'fewer than half of the colleagues took part' }[language];
    case 'half-to-three-quarters':
      return { nl: 'de helft tot driekwart van de collega’s deed mee', en: 'half to three quarters of the colleagues took part' }[language];
    case 'at-most-three-quarters':
      return { nl: 'ten hoogste driekwart van de collega’s deed mee', en: 'at most three quarters of the colleagues took part' }[language];
    case 'most':
      return { nl: 'de meeste collega’s deden mee', en: 'most colleagues took part' }[language];
    default:
      return assertNever(band, 'participation band');
  }
}

/** How long alerts wait: '0 tot en met 5 werkdagen', 'meer dan 10 werkdagen'. */
export function alertAgeForm({ from, through }: AgeBand, language: Language): string {
  if (through === null) {
    const limit = countForm(from - 1, language);
    return { nl: `meer dan ${limit} werkdagen`, en: `more than ${limit} working days` }[language];
  }
  const [first, last] = [countForm(from, language), countForm(through, language)];
  return { nl: `${first} tot en met ${last} werkdagen`, en: `${first} to ${last} working days` }[language];
}
