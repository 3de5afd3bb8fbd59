import { ORDINARY_SETTINGS, type OrganisationSettings } from './synthetic-organisation.js';
import { ORDINARY, type AnswerRates } from '@rolvast/api/release-audit/possible-reflection.js';

function fixture(changes: Partial<OrganisationSettings>, rates: Partial<AnswerRates> = {}): OrganisationSettings {
  return { ...ORDINARY_SETTINGS, ...changes, rates: { ...ORDINARY, ...rates } };
}

const THIN = { professionals: 7, perMonth: 13 };

/** Organisations under which a publication must hold: what is ordinary, and each thing that has broken one before. */
export const FIXTURES = {
  normal: fixture({ seed: 101 }),
  thin: fixture({ seed: 102, ...THIN, months: 12 }),
  'one professional dominates': fixture({ seed: 103, dominance: 7, perMonth: 22 }),
  'all flagged': fixture({ seed: 104, perMonth: 16, professionals: 7 }, { pitfalls: 12 }),
  'none flagged': fixture({ seed: 105, perMonth: 16 }, { pitfalls: 0 }),
  'nothing in July': fixture({ seed: 106, perMonth: 18, silentMonths: [7] }),
  'a quarter late': fixture({ seed: 107, perMonth: 20, late: 0.25 }),
  'a team of four': fixture({ seed: 108, professionals: 4 }),
  'one giant in hours': fixture({ seed: 109, giantHours: 40 }),
  'withdrawn and erased after posting': fixture({ seed: 110, ...THIN, withdrawn: 0.25 }),
  'two units become siblings': fixture({ seed: 111, ...THIN, joinsFrom: 4, months: 10 }),
  'no attention complete': fixture({ seed: 112, perMonth: 20 }, { incomplete: 1, minors: 0.9 }),
  'nothing but minors': fixture({ seed: 113, professionals: 7, perMonth: 11, months: 12 }, { minors: 1 }),
  'mostly flagged': fixture({ seed: 114, professionals: 6, perMonth: 14 }, { pitfalls: 4 }),
  'one pitfall is all that is noticed': fixture({ seed: 115, ...THIN, months: 12 }, { pitfalls: 0.3, always: ['POWERLESSNESS'] }),
  'two pitfalls always go together': fixture({ seed: 116, ...THIN, months: 12 }, { pitfalls: 0.3, always: ['COALITION', 'TRIANGULATION'] }),
  'a pitfall has one sub-type': fixture({ seed: 117, perMonth: 16, isOneSubtype: true }, { pitfalls: 0.6, always: ['COALITION'] }),
} as const satisfies Record<string, OrganisationSettings>;

/** The name of a fixture. */
export type FixtureName = keyof typeof FIXTURES;

/** All of them, in order. */
export const FIXTURE_NAMES: readonly FixtureName[] = Object.keys(FIXTURES).filter((name): name is FixtureName => Object.hasOwn(FIXTURES, name));

/** Those that are also made with a region of three units, one beside it, and all of them together. */
export const PLACE_FIXTURE_NAMES = ['normal', 'thin', 'none flagged', 'mostly flagged', 'a pitfall has one sub-type'] as const satisfies readonly FixtureName[];
