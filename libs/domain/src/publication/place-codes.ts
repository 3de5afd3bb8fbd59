import type { Brand } from '../shared/brand.js';

/** Code of an organisation, as its file and every address have it. */
export type OrganisationCode = Brand<string, 'OrganisationCode'>;
/** Code of a region within an organisation. */
export type RegionCode = Brand<string, 'RegionCode'>;
/** Code of a team within an organisation. */
export type TeamCode = Brand<string, 'TeamCode'>;
/** Code of a publication unit within an organisation: that of its leading team. */
export type UnitCode = Brand<string, 'UnitCode'>;

const CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** The form of every code of a place, for people. */
export const PLACE_CODE_FORM = 'lower-case letters, digits and hyphens, at most 63';

/** Reads the code of an organisation; null when the text has another form, and so is the code of none. */
export function parseOrganisationCode(text: string): OrganisationCode | null {
  return CODE.test(text) ? (text as OrganisationCode) : null;
}

/** Reads the code of a region; null when the text has another form, and so is the code of none. */
export function parseRegionCode(text: string): RegionCode | null {
  return CODE.test(text) ? (text as RegionCode) : null;
}

/** Reads the code of a team; null when the text has another form, and so is the code of none. */
export function parseTeamCode(text: string): TeamCode | null {
  return CODE.test(text) ? (text as TeamCode) : null;
}

/** Reads the code of a unit; null when the text has another form, and so is the code of none. */
export function parseUnitCode(text: string): UnitCode | null {
  return CODE.test(text) ? (text as UnitCode) : null;
}
