import { failure, success, type Result } from '@rolvast/domain';
import { z } from 'zod';
import { REACH, VIEWER_ROLES } from '../roles.js';

const code = z.string().min(1).max(63);

const groupRoleSchema = z
  .strictObject({
    group: z.string().min(1).max(200),
    organisation: code,
    role: z.enum(VIEWER_ROLES),
    teams: z.array(code).default([]),
    regions: z.array(code).default([]),
  })
  .refine(({ role, teams, regions }) => (REACH[role] === 'given-units') === teams.length + regions.length > 0, 'a team manager needs teams or regions, and no other role has them');

/** What a group at the provider means here. */
export type GroupRole = z.infer<typeof groupRoleSchema>;

/**
 * Reads the table of groups: a JSON list of `{"group", "organisation", "role", "teams", "regions"}`.
 *
 * @returns one line that names every entry that is wrong, or the table.
 */
export function readGroupRoles(text: string): Result<readonly GroupRole[], string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return failure('is no JSON');
  }
  const table = z.array(groupRoleSchema).safeParse(parsed);
  if (table.success) return success(table.data);
  return failure(table.error.issues.map((issue) => `entry ${issue.path.join('.') || 'list'}: ${issue.message}`).join(', '));
}

/** The entries for the groups that a claim names; a claim that is no list of texts names none. */
export function rolesOfGroups(table: readonly GroupRole[], claim: unknown): readonly GroupRole[] {
  const groups = new Set(Array.isArray(claim) ? claim.filter((group) => typeof group === 'string') : []);
  return table.filter(({ group }) => groups.has(group));
}
