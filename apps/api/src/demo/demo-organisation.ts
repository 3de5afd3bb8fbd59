import { addMonths, firstDayOf, monthsBetween, type Month, type PitfallCode } from '@rolvast/domain';

/** How a team of the demonstration behaves; everything about it is made up. */
export interface DemoTeam {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly careForm: 'support' | 'treatment';
  readonly professionals: number;
  readonly publishWith: string | null;
  /** Reflections in an ordinary month. */
  readonly volume: number;
  /** How much more (or less) often than elsewhere a pitfall is noticed, from a number of months before the end on. */
  readonly shift?: { readonly pitfall: PitfallCode; readonly factor: number; readonly monthsBeforeEnd: number };
  /** Months before the end in which nothing was delivered. */
  readonly silentMonths?: readonly number[];
  /** Months before the end in which so little was recorded that they go together with the next. */
  readonly quietMonths?: readonly number[];
}

export const DEMO_CODE = 'de-vuurtoren';
export const DEMO_MONTHS = 36;

const REGIONS = [
  { code: 'duinstreek', name: 'Duinstreek' },
  { code: 'havenstad', name: 'Havenstad' },
  { code: 'polderland', name: 'Polderland' },
];

export const DEMO_TEAMS: readonly DemoTeam[] = [
  {
    code: 'gezinshulp-duinstreek',
    name: 'Gezinshulp Duinstreek',
    region: 'duinstreek',
    careForm: 'support',
    professionals: 12,
    publishWith: null,
    volume: 34,
    shift: { pitfall: 'POWERLESSNESS', factor: 1.9, monthsBeforeEnd: 9 },
    quietMonths: [15],
    silentMonths: [10],
  },
  { code: 'thuisbegeleiding-duinstreek', name: 'Thuisbegeleiding Duinstreek', region: 'duinstreek', careForm: 'support', professionals: 8, publishWith: null, volume: 17 },
  { code: 'nazorg-duinstreek', name: 'Nazorg Duinstreek', region: 'duinstreek', careForm: 'support', professionals: 3, publishWith: 'thuisbegeleiding-duinstreek', volume: 5 },
  { code: 'gezinshulp-havenstad', name: 'Gezinshulp Havenstad', region: 'havenstad', careForm: 'support', professionals: 14, publishWith: null, volume: 44 },
  { code: 'jongeren-havenstad', name: 'Jongeren Havenstad', region: 'havenstad', careForm: 'treatment', professionals: 10, publishWith: null, volume: 26, silentMonths: [15] },
  { code: 'crisisteam-havenstad', name: 'Crisisteam Havenstad', region: 'havenstad', careForm: 'treatment', professionals: 7, publishWith: null, volume: 13 },
  {
    code: 'gezinshulp-polderland',
    name: 'Gezinshulp Polderland',
    region: 'polderland',
    careForm: 'support',
    professionals: 11,
    publishWith: null,
    volume: 29,
    shift: { pitfall: 'INFLUENCE_GAP', factor: 0.35, monthsBeforeEnd: 9 },
  },
  { code: 'jongeren-polderland', name: 'Jongeren Polderland', region: 'polderland', careForm: 'treatment', professionals: 6, publishWith: null, volume: 12 },
];

/** The organisation file of the demonstration, for {@link DEMO_MONTHS} months up to and including `last`. */
export function demoOrganisationFile(last: Month): string {
  const validFrom = firstDayOf(addMonths(last, 1 - DEMO_MONTHS));
  return JSON.stringify({
    code: DEMO_CODE,
    name: 'De Vuurtoren (voorbeeld)',
    regions: REGIONS,
    teams: DEMO_TEAMS.map(({ code, name, region, careForm, professionals, publishWith }) => ({
      code,
      name,
      region,
      careForm,
      professionals,
      validFrom,
      validTo: null,
      publishWith,
    })),
  });
}

/** How many times as often a pitfall is noticed in a month, compared with an ordinary one. */
export function demoFactor(team: DemoTeam, pitfall: PitfallCode, month: Month, last: Month): number {
  if (team.shift?.pitfall !== pitfall) return 1;
  return monthsBetween(month, last) < team.shift.monthsBeforeEnd ? team.shift.factor : 1;
}

/** Whether a team delivered nothing in a month. */
export function isSilent(team: DemoTeam, month: Month, last: Month): boolean {
  return team.silentMonths?.includes(monthsBetween(month, last)) ?? false;
}

/** Whether a team recorded only little in a month. */
export function isQuiet(team: DemoTeam, month: Month, last: Month): boolean {
  return team.quietMonths?.includes(monthsBetween(month, last)) ?? false;
}
