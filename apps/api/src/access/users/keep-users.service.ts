import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, success, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { COMMAND_LINE } from '../audit/audit-entry.js';
import { REACH, type ViewerRole } from '../roles.js';
import { endRole, findPlaces, giveRole } from './role-assignments.js';
import { FIND_USERS } from './keep-users.sql.js';

export interface UserFault {
  readonly code: 'UNKNOWN_ORGANISATION' | 'UNKNOWN_PLACE' | 'UNKNOWN_USER' | 'UNKNOWN_ROLE' | 'USER_KNOWN' | 'USER_NAME' | 'ROLE_REACH' | 'ROLE_END';
  readonly message: string;
}

/** A role to be given in an organisation. */
export interface WantedRole {
  readonly organisation: string;
  readonly role: ViewerRole;
  readonly teams: readonly string[];
  readonly regions: readonly string[];
  /** Null while it has no end. */
  readonly validUntil: Date | null;
}

/** A role of a user as it is listed. */
export interface ListedUser {
  readonly userNumber: number;
  readonly name: string;
  /** Whether the user signed in before. */
  readonly isLinked: boolean;
  readonly role: string;
  readonly teams: readonly string[];
  readonly regions: readonly string[];
  readonly validUntil: Date | null;
}

/** Adds users and gives and ends their roles, for whoever administers on the command line. Every change is in the audit. */
@Injectable()
export class KeepUsersService {
  constructor(
    @InjectDataSource('access-keeper') private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Invites somebody and gives a role.
   *
   * @param knownAs what the provider will say of this person in the claim of invitations, such as an e-mail address; it is
   * forgotten at the first sign-in.
   * @returns the number of the user.
   */
  async add(name: string, knownAs: string, wanted: WantedRole): Promise<Result<number, UserFault>> {
    if (name.trim() === '' || name.length > 80) return refusal('USER_NAME', '--name must have 1 to 80 characters.');
    if (knownAs.trim() === '' || knownAs.length > 200) return refusal('USER_NAME', '--known-as must have 1 to 200 characters.');
    return this.inOrganisation(wanted.organisation, async (client, organisationId) => {
      const { rows } = await client.query<{ userNumber: number }>(
        `INSERT INTO access.user_account (display_name, invited_as, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (lower(invited_as)) DO NOTHING RETURNING user_number AS "userNumber"`,
        [name.trim(), knownAs.trim(), this.clock.now()],
      );
      const [user] = rows;
      if (user === undefined) return refusal('USER_KNOWN', 'Somebody was invited under this already. Give the role to that user: rolvast users grant.');
      const given = await this.give(client, organisationId, user.userNumber, wanted, `add user ${user.userNumber}, grant role ${wanted.role}`);
      return given.ok ? success(user.userNumber) : given;
    });
  }

  /** Gives a role; what was given before of the same role ends with it. */
  async grant(userNumber: number, wanted: WantedRole): Promise<Result<null, UserFault>> {
    return this.inOrganisation(wanted.organisation, async (client, organisationId) => {
      const { rowCount } = await client.query('SELECT FROM access.user_account WHERE user_number = $1', [userNumber]);
      if (rowCount !== 1) return unknownUser();
      return this.give(client, organisationId, userNumber, wanted, `grant role ${wanted.role} to user ${userNumber}`);
    });
  }

  /** Ends a role at once. */
  async revoke(userNumber: number, organisation: string, role: ViewerRole): Promise<Result<null, UserFault>> {
    return this.inOrganisation(organisation, async (client, organisationId) => {
      if (!(await endRole(client, organisationId, userNumber, role, this.clock.now()))) return refusal('UNKNOWN_ROLE', 'This user does not have that role there. List them: rolvast users list --organisation CODE.');
      await this.note(client, organisationId, `revoke role ${role} of user ${userNumber}`, null);
      return success(null);
    });
  }

  /** The roles in force in an organisation, by name of the user. */
  async findUsers(organisation: string): Promise<Result<readonly ListedUser[], UserFault>> {
    return this.inOrganisation(organisation, async (client, organisationId) => success((await client.query<ListedUser>(FIND_USERS, [organisationId, this.clock.now()])).rows));
  }

  private async give(client: PoolClient, organisationId: number, userNumber: number, { role, teams, regions, validUntil }: WantedRole, deed: string): Promise<Result<null, UserFault>> {
    const hasPlaces = teams.length + regions.length > 0;
    if (hasPlaces !== (REACH[role] === 'given-units')) return refusal('ROLE_REACH', hasPlaces ? 'Only a team manager is given teams or regions.' : 'A team manager needs --team or --region.');
    if (validUntil !== null && validUntil <= this.clock.now()) return refusal('ROLE_END', '--until must be today or later.');
    const { teamIds, regionIds, unknown } = await findPlaces(client, organisationId, teams, regions);
    if (unknown.length > 0) return refusal('UNKNOWN_PLACE', `The organisation has no ${unknown.map((code) => `"${code.slice(0, 63)}"`).join(', ')}.`);
    await giveRole(client, { organisationId, userNumber, role, teamIds, regionIds, validUntil, givenBy: 'person' }, this.clock.now());
    await this.note(client, organisationId, deed, hasPlaces ? [...teams, ...regions].toSorted().join(' ') : null);
    return success(null);
  }

  private note(client: PoolClient, organisationId: number, deed: string, unit: string | null): Promise<void> {
    return this.audit.append(client, organisationId, { ...COMMAND_LINE, deed, unit, requestId: randomUUID() });
  }

  private inOrganisation<Value>(code: string, work: (client: PoolClient, organisationId: number) => Promise<Result<Value, UserFault>>): Promise<Result<Value, UserFault>> {
    return inTransaction(
      this.source,
      async (client): Promise<Result<Value, UserFault>> => {
        const { rows } = await client.query<{ organisationId: number }>('SELECT organisation_id AS "organisationId" FROM intake.organisation WHERE code = $1', [code]);
        const [organisation] = rows;
        if (organisation === undefined) return refusal('UNKNOWN_ORGANISATION', `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE.`);
        return work(client, organisation.organisationId);
      },
      (result) => result.ok,
    );
  }
}

function unknownUser(): Result<never, UserFault> {
  return refusal('UNKNOWN_USER', 'There is no user with this number. List them: rolvast users list --organisation CODE.');
}

function refusal(code: UserFault['code'], message: string): Result<never, UserFault> {
  return failure({ code, message: `${message} Nothing was changed.` });
}
