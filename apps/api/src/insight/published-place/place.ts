import { failure, parseOrganisationCode, parseRegionCode, parseTeamCode, success, type LedgerPlace, type OrganisationCode, type RegionCode, type Result, type TeamCode } from '@rolvast/domain';

/** Which place a question is about. */
export type PlaceQuestion =
  | { readonly kind: 'team'; readonly organisation: OrganisationCode; readonly team: TeamCode }
  | { readonly kind: 'region'; readonly organisation: OrganisationCode; readonly region: RegionCode }
  | { readonly kind: 'organisation'; readonly organisation: OrganisationCode };

/** `PLACE_UNCLEAR`: a team or a region without its code, or with that of something else as well. */
export type PlaceFault = 'PLACE_UNCLEAR' | 'PLACE_NOT_FOUND';

/** The arguments that name a place; nothing stands for "all". */
export interface PlaceArguments {
  readonly organisation: string;
  readonly place: LedgerPlace;
  readonly team: string | null;
  readonly region: string | null;
}

/** Reads the arguments that name a place. Text that has not the form of a code is the code of none. */
export function parsePlace({ organisation, place, team, region }: PlaceArguments): Result<PlaceQuestion, PlaceFault> {
  if ((place === 'team') !== (team !== null) || (place === 'region') !== (region !== null)) return failure('PLACE_UNCLEAR');
  const code = parseOrganisationCode(organisation);
  const [teamCode, regionCode] = [team === null ? null : parseTeamCode(team), region === null ? null : parseRegionCode(region)];
  if (code === null) return failure('PLACE_NOT_FOUND');
  if (teamCode !== null) return success({ kind: 'team', organisation: code, team: teamCode });
  if (regionCode !== null) return success({ kind: 'region', organisation: code, region: regionCode });
  return place === 'organisation' ? success({ kind: 'organisation', organisation: code }) : failure('PLACE_NOT_FOUND');
}

/** A code with its name. */
export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

/** A publication unit with its name. */
export interface NamedUnit extends NamedPlace {
  readonly unitId: number;
}

/** A place that was found, with everything whose ledgers it may be read from, each listed. */
export interface FoundPlace {
  readonly kind: LedgerPlace;
  readonly organisationId: number;
  readonly organisation: NamedPlace;
  /** The place itself: team, region or organisation. */
  readonly place: NamedPlace;
  /** The unit with which a team is published; null for a wider place. */
  readonly unit: NamedPlace | null;
  /** Of a region; null for another place. */
  readonly regionId: number | null;
  /** Every unit that the figures of the place may come from, also from before a reorganisation. */
  readonly unitIds: readonly number[];
  /** The regions in the place: itself, or all of an organisation. */
  readonly regionIds: readonly number[];
  /** Last month that was closed, YYYY-MM; null before the first release. */
  readonly closedThrough: string | null;
}
