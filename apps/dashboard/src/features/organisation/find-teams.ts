import type { Organisation, Team } from './use-organisation';

/** The teams of an organisation in the order of the picker: by region, then by name, never by a figure. */
export function findTeams({ regions }: Organisation): readonly Team[] {
  return byName(regions).flatMap(({ teams }) => byName(teams));
}

/** A copy in the order of the names, as Dutch sorts them. The API sorts too; a picker that relies on it would be one change away from a ranking. */
export function byName<Named extends { readonly name: string }>(named: readonly Named[]): readonly Named[] {
  return named.toSorted((left, right) => left.name.localeCompare(right.name, 'nl'));
}
