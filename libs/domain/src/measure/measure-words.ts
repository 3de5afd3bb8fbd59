import type { Wording } from '../shared/wording.js';
import type { ChartKind, Direction, Grain, Reader } from './measure.js';

/** How to look at a figure that is higher or lower than before. */
export const DIRECTION_WORDING: Readonly<Record<Direction, Wording>> = {
  neutral: {
    nl: 'Meer of minder zegt op zichzelf niets over hoe het gaat. Beide kanten op kan het een aanleiding zijn om samen te kijken.',
    en: 'More or less says nothing by itself about how things go. Either way it can be a reason to look together.',
  },
  'up-is-better': {
    nl: 'Meer is gewenst. Alleen een daling krijgt een teken.',
    en: 'More is wanted. Only a fall gets a mark.',
  },
  'down-is-better': {
    nl: 'Minder is gewenst.',
    en: 'Less is wanted.',
  },
  none: {
    nl: 'Dit is achtergrond bij andere cijfers en krijgt geen teken.',
    en: 'This is context for other figures and gets no mark.',
  },
};

export const READER_WORDING: Readonly<Record<Reader, Wording>> = {
  'team-manager': { nl: 'teammanager', en: 'team manager' },
  'quality-staff': { nl: 'kwaliteitsmedewerkers', en: 'quality staff' },
  director: { nl: 'bestuurder', en: 'director' },
  administrator: { nl: 'functioneel beheerder', en: 'administrator' },
};

export const CHART_WORDING: Readonly<Record<ChartKind, Wording>> = {
  'p-chart': { nl: 'regelkaart met een midden en lijnen', en: 'control chart with a middle and lines' },
  'xmr-chart': { nl: 'regelkaart van losse waarden', en: 'control chart of single values' },
  'rare-band': { nl: 'bandbreedte per periode', en: 'band for each period' },
  band: { nl: 'bandbreedte als achtergrond', en: 'band as context' },
  'count-of-weeks': { nl: 'aantal weken', en: 'number of weeks' },
};

const PLACES: Readonly<Record<Grain['place'], Wording>> = {
  team: { nl: 'per team', en: 'per team' },
  region: { nl: 'per regio', en: 'per region' },
  organisation: { nl: 'voor de hele organisatie', en: 'for the whole organisation' },
};

const PERIODS: Readonly<Record<Grain['period'], Wording>> = {
  month: { nl: 'per maand', en: 'per month' },
  quarter: { nl: 'per kwartaal', en: 'per quarter' },
  'half-year': { nl: 'per halfjaar', en: 'per half-year' },
};

/** A grain in words: 'per team, per maand'. */
export function grainLabel({ place, period }: Grain): Wording {
  return { nl: `${PLACES[place].nl}, ${PERIODS[period].nl}`, en: `${PLACES[place].en}, ${PERIODS[period].en}` };
}
