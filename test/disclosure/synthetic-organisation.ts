import { addDays, addMonths, firstDayOf, parseMonth, subtypesOf, type Month, type RecordedReflection } from '@rolvast/domain';
import { Draws } from '@rolvast/api/release-audit/draws.js';
import { caseContext, ORDINARY, syntheticReflection, withSubtypes, type AnswerRates, type CaseContext } from '@rolvast/api/release-audit/possible-reflection.js';

/** A reflection as it came in. */
export interface Received {
  readonly team: string;
  readonly contributor: string;
  readonly careCase: string;
  readonly reflection: RecordedReflection;
  /** The latest revision, a month on: whether it was brought to support is known by then. */
  readonly latest: RecordedReflection;
  readonly receivedIn: Month;
  /** The month in which it was withdrawn or erased; null for never. */
  readonly withdrawnIn: Month | null;
}

/** A team, its region (all but the last in one) and, from a month on, the team with which it is published. */
export interface SyntheticTeam {
  readonly code: string;
  readonly region: string;
  readonly professionals: number;
  readonly sibling: { readonly with: string; readonly from: Month } | null;
}

/** A made-up organisation with everything that came in. */
export interface SyntheticOrganisation {
  readonly teams: readonly SyntheticTeam[];
  readonly months: readonly Month[];
  readonly received: readonly Received[];
}

/** How an organisation is made up. */
export interface OrganisationSettings {
  readonly seed: number;
  readonly teams: number;
  readonly months: number;
  readonly professionals: number;
  /** Reflections of a team in a month, on average. */
  readonly perMonth: number;
  /** The chance that a reflection comes in one to three months late. */
  readonly late: number;
  /** How much more the first professional of a team records than another. */
  readonly dominance: number;
  /** Months without reflections, from 1 for January. */
  readonly silentMonths: readonly number[];
  /** The chance that a reflection is withdrawn or erased one to four months on. */
  readonly withdrawn: number;
  /** Times the hours of the first professional's reflections. */
  readonly giantHours: number;
  /** The second team is published with the first from this position in the months on; null for never. */
  readonly joinsFrom: number | null;
  /** A pitfall that has sub-types always comes with the first of them. */
  readonly isOneSubtype: boolean;
  readonly rates: AnswerRates;
}

/** Two teams of nine over nine months, nothing out of the ordinary. */
export const ORDINARY_SETTINGS: OrganisationSettings = {
  seed: 1,
  teams: 2,
  months: 9,
  professionals: 9,
  perMonth: 26,
  late: 0.08,
  dominance: 1,
  silentMonths: [],
  withdrawn: 0,
  giantHours: 1,
  joinsFrom: null,
  isOneSubtype: false,
  rates: ORDINARY,
};

const SUBTYPES = 77_777;

interface CareCase extends CaseContext {
  readonly name: string;
}

/** Makes up an organisation; the same settings give the same one. */
export function syntheticOrganisation(settings: OrganisationSettings): SyntheticOrganisation {
  const first = parseMonth('2025-01');
  if (first === null) throw new Error('the first month of the made-up data is no month');
  const months = Array.from({ length: settings.months }, (_, index) => addMonths(first, index));
  const draws = new Draws(settings.seed);
  const codes = Array.from({ length: settings.teams }, (_, index) => `team-${index + 1}`);
  const teams = codes.map((code, index): SyntheticTeam => ({ code, region: index > 0 && index === codes.length - 1 ? 'region-2' : 'region-1', professionals: settings.professionals, sibling: index === 1 && settings.joinsFrom !== null ? { with: 'team-1', from: addMonths(first, settings.joinsFrom) } : null }));
  // Drawn apart, so that they change nothing else.
  const subtypes = new Draws(settings.seed + SUBTYPES);
  const received = codes.flatMap((code) => receivedFrom(code, months, draws, settings)).map((one): Received => {
    const { pitfalls } = settings.isOneSubtype ? withFirstSubtypes(one.latest) : withSubtypes(subtypes, one.latest);
    return { ...one, reflection: { ...one.reflection, pitfalls }, latest: { ...one.latest, pitfalls } };
  });
  return { teams, months, received };
}

function withFirstSubtypes({ pitfalls }: RecordedReflection): Pick<RecordedReflection, 'pitfalls'> {
  return { pitfalls: pitfalls?.map(({ pitfall }) => ({ pitfall, subtype: subtypesOf(pitfall)[0] ?? null })) ?? null };
}

function receivedFrom(team: string, months: readonly Month[], draws: Draws, settings: OrganisationSettings): readonly Received[] {
  const people = Array.from({ length: settings.professionals }, (_, index) => ({
    name: `${team}-p${index}`,
    weight: (0.5 + draws.below(10) / 10) * (index === 0 ? settings.dominance : 1),
    cases: Array.from({ length: 8 + draws.below(6) }, (__, at): CareCase => ({ name: `${team}-p${index}-c${at}`, ...caseContext(draws, settings.rates) })),
  }));
  return months.flatMap((month) => {
    if (settings.silentMonths.includes(Number(month.slice(5)))) return [];
    const size = Math.max(3, Math.round(settings.perMonth * (0.75 + draws.below(50) / 100)));
    return Array.from({ length: size }, () => people[draws.weighted(people.map(({ weight }) => weight))]).flatMap((person, _, all) => {
      const careCase = person?.cases[draws.below(person.cases.length)];
      if (person === undefined || careCase === undefined) return [];
      const isFirst = person === people[0] && all.length > 0;
      return [one(team, person.name, careCase, month, draws, isFirst ? settings : { ...settings, giantHours: 1 })];
    });
  });
}

function one(team: string, contributor: string, { name, ...context }: CareCase, month: Month, draws: Draws, settings: OrganisationSettings): Received {
  const latest = syntheticReflection(draws, settings.rates, context, addDays(firstDayOf(month), draws.below(28)));
  const hours = latest.extraHours === null ? null : Math.min(500, latest.extraHours * settings.giantHours);
  const grown = { ...latest, extraHours: hours };
  const receivedIn = addMonths(month, draws.hits(settings.late) ? 1 + draws.below(3) : 0);
  return {
    team,
    contributor,
    careCase: name,
    reflection: draws.hits(0.4) ? { ...grown, discussedIn: null, discussedOn: null } : grown,
    latest: grown,
    receivedIn,
    withdrawnIn: draws.hits(settings.withdrawn) ? addMonths(receivedIn, 1 + draws.below(4)) : null,
  };
}
