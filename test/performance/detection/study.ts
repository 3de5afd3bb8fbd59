import { studyOrganisation, type OrganisationTally } from './organisation-level.js';
import { studySeries, type SeriesStudy, type TallyOfMethods } from './series-level.js';

/** Under what circumstances series are simulated; the name stands in the report. */
export const SERIES_STUDIES = {
  raw: { base: 1, overdispersion: 0, ratesKnown: false },
  rawOverdispersed: { base: 1, overdispersion: 0.02, ratesKnown: false },
  published: { base: 3, overdispersion: 0, ratesKnown: false },
  publishedOverdispersed: { base: 3, overdispersion: 0.02, ratesKnown: false },
  publishedRatesKnown: { base: 3, overdispersion: 0, ratesKnown: true },
} as const satisfies Readonly<Record<string, SeriesStudy>>;

export type SeriesStudyName = keyof typeof SERIES_STUDIES;
export const SERIES_STUDY_NAMES = ['raw', 'rawOverdispersed', 'published', 'publishedOverdispersed', 'publishedRatesKnown'] as const satisfies readonly SeriesStudyName[];
export const ORGANISATION_STUDY_NAMES = ['raw', 'rawOverdispersed', 'published', 'publishedOverdispersed'] as const satisfies readonly SeriesStudyName[];

/** One organisation under one circumstance: what a worker does at a time. */
export interface Task {
  readonly level: 'series' | 'organisation';
  readonly study: SeriesStudyName;
  readonly seed: number;
}

export type TaskResult =
  | { readonly level: 'series'; readonly study: SeriesStudyName; readonly tallies: TallyOfMethods }
  | { readonly level: 'organisation'; readonly study: SeriesStudyName; readonly tally: OrganisationTally };

export function carryOut({ level, study, seed }: Task): TaskResult {
  if (level === 'series') return { level, study, tallies: studySeries(seed, SERIES_STUDIES[study]) };
  return { level, study, tally: studyOrganisation(seed, SERIES_STUDIES[study]) };
}

/** Organisations a study: enough for standard errors of 2 to 4 %. */
export const ORGANISATIONS = { series: 12, organisation: 12 } as const;

/** Every task of a seed; no two share a stream of chance. */
export function tasksOf(seed: number, organisations: { readonly series: number; readonly organisation: number } = ORGANISATIONS): readonly Task[] {
  const of = (level: Task['level'], studies: readonly SeriesStudyName[], count: number, offset: number): readonly Task[] =>
    studies.flatMap((study, place) => Array.from({ length: count }, (_, index) => ({ level, study, seed: seed * 1_000_003 + offset + place * 1009 + index })));
  return [...of('series', SERIES_STUDY_NAMES, organisations.series, 0), ...of('organisation', ORGANISATION_STUDY_NAMES, organisations.organisation, 500_009)];
}
