import type { Grain } from './measure.js';

export const TEAM_MONTH: Grain = { place: 'team', period: 'month' };
export const TEAM_QUARTER: Grain = { place: 'team', period: 'quarter' };
export const TEAM_HALF_YEAR: Grain = { place: 'team', period: 'half-year' };
export const REGION_QUARTER: Grain = { place: 'region', period: 'quarter' };
export const REGION_HALF_YEAR: Grain = { place: 'region', period: 'half-year' };
export const ORGANISATION_QUARTER: Grain = { place: 'organisation', period: 'quarter' };

/** A figure whose finest place is wider than a team needs at least this many posted units; otherwise it is withheld. */
export const LEAST_UNITS_BEYOND_A_TEAM = 3;

/** What is rare and of high harm: a team has a band of the posted count, the organisation the count itself. */
export const RARE_RULE = { band: TEAM_HALF_YEAR, count: ORGANISATION_QUARTER } as const;
