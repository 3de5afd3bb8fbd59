import { addDays, failure, parseLocalDate, startOfDayInAmsterdam, success, type Result } from '@rolvast/domain';
import { parseViewerRole, VIEWER_ROLES, type ViewerRole } from '../access/roles.js';
import { KeepUsersService, type ListedUser, type WantedRole } from '../access/users/keep-users.service.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';
import type { LineFault } from './surroundings.js';

/** A role as the words of the command line give it. */
export interface RoleWords {
  readonly organisation: string;
  readonly role: string;
  readonly team: readonly string[];
  readonly region: readonly string[];
  /** Last day, YYYY-MM-DD. */
  readonly until?: string;
}

/** `rolvast users add`: invites somebody and gives a role. */
export async function addUser(name: string, knownAs: string, words: RoleWords, output: Output): Promise<number> {
  const wanted = readRole(words);
  if (!wanted.ok) return refuse(output, wanted.fault);
  return runCommand(output, async (app) => {
    const added = await app.get(KeepUsersService).add(name, knownAs, wanted.value);
    if (!added.ok) return refuse(output, added.fault);
    output.answer({ user: added.value }, [`User ${added.value} can sign in from now on.`]);
    return EXIT.done;
  });
}

/** `rolvast users list`: who has which role in an organisation. */
export async function listUsers(organisation: string, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const users = await app.get(KeepUsersService).findUsers(organisation);
    if (!users.ok) return refuse(output, users.fault);
    output.answer({ users: users.value }, users.value.length === 0 ? ['Nobody has a role.'] : users.value.map(lineOf));
    return EXIT.done;
  });
}

/** `rolvast users grant`: gives a role; what the same role had before ends. */
export async function grantRole(user: string, words: RoleWords, output: Output): Promise<number> {
  const wanted = readRole(words);
  if (!wanted.ok) return refuse(output, wanted.fault);
  return runCommand(output, async (app) => {
    const granted = await app.get(KeepUsersService).grant(numberOf(user), wanted.value);
    if (!granted.ok) return refuse(output, granted.fault);
    output.answer({ granted: wanted.value.role }, [`User ${user} is ${wanted.value.role} of ${words.organisation}.`]);
    return EXIT.done;
  });
}

/** `rolvast users revoke`: ends a role at once. */
export async function revokeRole(user: string, organisation: string, role: string, output: Output): Promise<number> {
  const wanted = readRoleName(role);
  if (!wanted.ok) return refuse(output, wanted.fault);
  return runCommand(output, async (app) => {
    const revoked = await app.get(KeepUsersService).revoke(numberOf(user), organisation, wanted.value);
    if (!revoked.ok) return refuse(output, revoked.fault);
    output.answer({ revoked: role }, [`User ${user} is no longer ${role} of ${organisation}.`]);
    return EXIT.done;
  });
}

function readRole({ organisation, role, team, region, until }: RoleWords): Result<WantedRole, LineFault> {
  const name = readRoleName(role);
  if (!name.ok) return name;
  const lastDay = until === undefined ? null : parseLocalDate(until);
  if (until !== undefined && lastDay === null) return failure({ code: 'ROLE_END', message: '--until must be a day, YYYY-MM-DD. Nothing was changed.' });
  // Valid through the whole of the last day.
  const validUntil = lastDay === null ? null : startOfDayInAmsterdam(addDays(lastDay, 1));
  return success({ organisation, role: name.value, teams: [...new Set(team)], regions: [...new Set(region)], validUntil });
}

function readRoleName(text: string): Result<ViewerRole, LineFault> {
  const role = parseViewerRole(text);
  return role === null ? failure({ code: 'UNKNOWN_ROLE', message: `--role must be one of ${VIEWER_ROLES.join(', ')}. Nothing was changed.` }) : success(role);
}

/** A text that is no number is the number of nobody. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function lineOf({ userNumber, name, isLinked, role, teams, regions, validUntil }: ListedUser): string {
  const places = [...teams, ...regions].join(', ');
  const last = validUntil === null ? '' : `  until ${validUntil.toISOString().slice(0, 10)}`;
  return `${userNumber}  ${name}  ${role}${places === '' ? '' : ` of ${places}`}${last}${isLinked ? '' : '  (has not signed in yet)'}`;
}
