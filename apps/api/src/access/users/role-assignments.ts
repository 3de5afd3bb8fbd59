import type { PoolClient } from 'pg';
import type { ViewerRole } from '../roles.js';

/** A role of a user in an organisation. */
export interface NewAssignment {
  readonly organisationId: number;
  readonly userNumber: number;
  readonly role: ViewerRole;
  readonly teamIds: readonly number[];
  readonly regionIds: readonly number[];
  /** Null while it has no end. */
  readonly validUntil: Date | null;
  readonly givenBy: 'person' | 'group';
}

/** Places of an organisation by their codes. */
export interface FoundPlaces {
  readonly teamIds: readonly number[];
  readonly regionIds: readonly number[];
  /** Codes that the organisation does not have. */
  readonly unknown: readonly string[];
}

/** Looks up teams and regions of an organisation. */
export async function findPlaces(client: PoolClient, organisationId: number, teams: readonly string[], regions: readonly string[]): Promise<FoundPlaces> {
  const find = async (table: 'team' | 'region', codes: readonly string[]) =>
    (await client.query<{ id: number; code: string }>(`SELECT ${table}_id AS id, code FROM intake.${table} WHERE organisation_id = $1 AND code = ANY ($2)`, [organisationId, codes])).rows;
  const [foundTeams, foundRegions] = [await find('team', teams), await find('region', regions)];
  const unknown = [...teams.filter((code) => !foundTeams.some((team) => team.code === code)), ...regions.filter((code) => !foundRegions.some((region) => region.code === code))];
  return { teamIds: foundTeams.map(({ id }) => id), regionIds: foundRegions.map(({ id }) => id), unknown };
}

/** Gives a role. What was given before of the same role ends with it: the new one says all there is. */
export async function giveRole(client: PoolClient, { organisationId, userNumber, role, teamIds, regionIds, validUntil, givenBy }: NewAssignment, now: Date): Promise<void> {
  await endRole(client, organisationId, userNumber, role, now);
  const { rows } = await client.query<{ assignmentId: number }>(
    `INSERT INTO access.role_assignment (organisation_id, user_number, role, given_by, granted_at, valid_until) VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING assignment_id AS "assignmentId"`,
    [organisationId, userNumber, role, givenBy, now, validUntil],
  );
  const assignmentId = rows[0]?.assignmentId;
  await client.query('INSERT INTO access.assigned_team SELECT $1, $2, unnest($3::int[])', [organisationId, assignmentId, teamIds]);
  await client.query('INSERT INTO access.assigned_region SELECT $1, $2, unnest($3::int[])', [organisationId, assignmentId, regionIds]);
}

/** Ends a role at once. @returns whether there was one. */
export async function endRole(client: PoolClient, organisationId: number, userNumber: number, role: ViewerRole, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE access.role_assignment SET revoked_at = $4 WHERE organisation_id = $1 AND user_number = $2 AND role = $3 AND revoked_at IS NULL',
    [organisationId, userNumber, role, now],
  );
  return rowCount === 1;
}

/** The roles of a user in an organisation at a moment as the audit tells them: with spaces between, `none` for none. */
export async function rolesAt(client: PoolClient, organisationId: number, userNumber: number, now: Date): Promise<string> {
  const { rows } = await client.query<{ roles: string | null }>(
    `SELECT string_agg(role, ' ' ORDER BY role) AS roles FROM access.role_assignment
      WHERE organisation_id = $1 AND user_number = $2 AND revoked_at IS NULL AND (valid_until IS NULL OR valid_until > $3)`,
    [organisationId, userNumber, now],
  );
  return rows[0]?.roles ?? 'none';
}
