import type { Wording } from '../shared/wording.js';

/** What a figure is counted in. */
export type Unit =
  | 'share-of-reflections'
  | 'band-of-reflections'
  | 'hours-per-100-reflections'
  | 'share-of-fields'
  | 'share-of-sessions'
  | 'share-of-team-quarters'
  | 'weeks'
  | 'band-of-colleagues';

/** Each unit in words. */
export const UNIT_WORDING: Readonly<Record<Unit, Wording>> = {
  'share-of-reflections': { nl: 'aandeel van de reflecties, in hele procenten', en: 'share of reflections, in whole per cent' },
  'band-of-reflections': { nl: 'aantal reflecties, als bandbreedte', en: 'number of reflections, as a band' },
  'hours-per-100-reflections': { nl: 'uren per 100 reflecties', en: 'hours per 100 reflections' },
  'share-of-fields': { nl: 'aandeel van de velden, in hele procenten', en: 'share of fields, in whole per cent' },
  'share-of-sessions': { nl: 'aandeel van de geplande momenten, in hele procenten', en: 'share of planned sessions, in whole per cent' },
  'share-of-team-quarters': { nl: 'aandeel van de teamkwartalen, in hele procenten', en: 'share of team-quarters, in whole per cent' },
  weeks: { nl: 'hele weken', en: 'whole weeks' },
  'band-of-colleagues': { nl: 'deel van het team, als bandbreedte', en: 'part of the team, as a band' },
};
