import type { TeamOverviewQuery } from '../../graphql/generated/graphql';

type ApiOverview = TeamOverviewQuery['teamOverview'];

/** An answer with every kind of figure: shown, a band, withheld, absent. For tests. */
export const OVERVIEW: TeamOverviewQuery = {
  teamOverview: {
    unit: { code: 'an1', name: 'Ambulant Noord' },
    place: { name: 'Ambulant Noord' },
    release: { number: 7, sentence: { nl: 'Uitgave 7.', en: 'Release 7.' } },
    quarter: '2026-Q3',
    state: 'SHOWN',
    reflections: 40,
    participation: { code: 'most', name: { nl: 'de meeste collega’s deden mee', en: 'most colleagues took part' } },
    pitfalls: {
      measures: ['PITFALL_COALITION', 'PITFALL_SECRECY', 'PITFALL_POWERLESSNESS', 'PITFALL_BOUNDARIES', 'PITFALL_PARTIALITY'],
      figureUnits: ['SHARE_OF_REFLECTIONS', 'BAND_OF_REFLECTIONS', 'SHARE_OF_REFLECTIONS', 'SHARE_OF_REFLECTIONS', 'SHARE_OF_REFLECTIONS'],
      from: ['2026-07', '2026-01', '2026-07', '2026-07', '2026-07'],
      through: ['2026-09', '2026-06', '2026-09', '2026-09', '2026-09'],
      states: ['SHOWN', 'SHOWN', 'SHOWN', 'WITHHELD', 'ABSENT'],
      numerators: [0, null, 18, null, null],
      denominators: [40, 57, 40, null, null],
      bands: [{ from: 0, through: 2 }, { from: 1, through: 5 }, null, null, null],
      marks: [null, null, 'SHIFT_ABOVE', null, null],
    },
    figures: {
      measures: ['BROUGHT_TO_SUPPORT'],
      figureUnits: ['SHARE_OF_REFLECTIONS'],
      from: ['2026-07'],
      through: ['2026-09'],
      states: ['SHOWN'],
      numerators: [12],
      denominators: [27],
      bands: [null],
      marks: [null],
    },
    signals: [
      {
        measure: 'PITFALL_POWERLESSNESS',
        side: 'ABOVE',
        strength: 'WATCH',
        since: '2026-07',
        through: '2026-09',
        sentence: { nl: 'Sinds jul 2026 vaker. Een thema voor intervisie?', en: 'Since Jul 2026 more often. A theme for intervision?' },
        whatHelps: { nl: 'Machteloosheid herkennen.', en: 'Recognise powerlessness.' },
      },
    ],
    signalsSought: true,
    trend: null,
  },
};

/** The same answer with some of it changed. For tests. */
export function overviewWith(change: Partial<ApiOverview>): TeamOverviewQuery {
  return { teamOverview: { ...OVERVIEW.teamOverview, ...change } };
}
