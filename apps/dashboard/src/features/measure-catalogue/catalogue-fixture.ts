import type { Breakdowns } from './use-breakdowns';
import type { MeasureDefinition } from './use-measures';

const word = (text: string) => ({ nl: text, en: `${text} (en)` });
const term = (code: string, text: string) => ({ code, name: word(text) });

/** A measure as the API tells of it, which no source of the dashboard names. For tests. */
export function measureNamed(code: string, name: string, hasTrend = true): MeasureDefinition {
  return {
    code,
    name: word(name),
    definition: word(`Wat ${name} telt.`),
    caution: word(`Hoe ${name} te lezen.`),
    whatHelps: null,
    nRule: word(`Wanneer ${name} te zien is.`),
    unit: term('share-of-reflections', 'aandeel van de reflecties'),
    direction: term('neutral', 'Meer is niet goed of slecht.'),
    chart: term('p-chart', 'regelkaart'),
    readers: [term('director', 'bestuurder'), term('team-manager', 'teammanager')],
    grain: { label: word('per team, per maand') },
    thinGrain: { label: word('per team, per kwartaal') },
    publishedFor: [{ place: 'team', periods: ['month', 'quarter'] }],
    hasTrend,
  };
}

/** One breakdown with two groups. For tests. */
export const BREAKDOWNS: Breakdowns = [
  {
    code: 'LEGAL_FRAME',
    name: word('Juridisch kader'),
    caution: word('Dit is achtergrond.'),
    categories: [term('voluntary', 'vrijwillig'), term('not_known', 'niet bekend')],
    grain: { label: word('per team, per kwartaal') },
  },
];
