import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { ACCESS_SETTINGS, type AccessSettings } from '../access-settings.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { parseViewerRole, type ViewerRole } from '../roles.js';
import { endRole, findPlaces, giveRole } from '../users/role-assignments.js';
import { rolesOfGroups, type GroupRole } from './group-role.js';

interface OfOrganisation {
  readonly organisationId: number;
  readonly userNumber: number;
  readonly requestId: string;
}

/**
 * Brings the roles that groups give in line with the groups somebody has at sign-in. After that they are read from the
 * database like any other; a role that a person gave is left alone.
 */
@Injectable()
export class FollowGroupsService {
  constructor(
    @InjectDataSource('gatekeeper') private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
  ) {}

  /** Whether the groups of a claim mean anything here. */
  hasRoles(groups: unknown): boolean {
    return rolesOfGroups(this.settings.groupRoles, groups).length > 0;
  }

  async follow(userNumber: number, groups: unknown, requestId: string): Promise<void> {
    if (this.settings.groupRoles.length === 0) return;
    const wanted = rolesOfGroups(this.settings.groupRoles, groups);
    const organisations = await this.source.query<{ organisationId: number; code: string }[]>('SELECT organisation_id AS "organisationId", code FROM intake.organisation ORDER BY organisation_id');
    for (const { organisationId, code } of organisations) {
      const entries = wanted.filter(({ organisation }) => organisation === code);
      // A transaction each: one adds to the audit of one organisation.
      await inTransaction(this.source, (client) => this.followIn(client, { organisationId, userNumber, requestId }, entries));
    }
  }

  private async followIn(client: PoolClient, of: OfOrganisation, entries: readonly GroupRole[]): Promise<void> {
    const { rows } = await client.query<{ role: string; givenBy: string; units: string }>(
      `SELECT role, given_by AS "givenBy",
              (SELECT coalesce(string_agg(code, ' ' ORDER BY code), '') FROM (
                SELECT code FROM access.assigned_team JOIN intake.team USING (organisation_id, team_id)
                 WHERE assigned_team.organisation_id = assignment.organisation_id AND assigned_team.assignment_id = assignment.assignment_id
                UNION ALL
                SELECT code FROM access.assigned_region JOIN intake.region USING (organisation_id, region_id)
                 WHERE assigned_region.organisation_id = assignment.organisation_id AND assigned_region.assignment_id = assignment.assignment_id) AS place) AS units
         FROM access.role_assignment assignment WHERE organisation_id = $1 AND user_number = $2 AND revoked_at IS NULL`,
      [of.organisationId, of.userNumber],
    );
    const deeds: { readonly deed: string; readonly unit: string | null }[] = [];
    for (const role of new Set([...rows.map((row) => parseViewerRole(row.role)), ...entries.map((entry) => entry.role)])) {
      if (role === null) continue;
      const present = rows.find((row) => row.role === role);
      if (present?.givenBy === 'person') continue;
      const deed = await this.followRole(client, of, role, entries.filter((entry) => entry.role === role), present?.units ?? null);
      if (deed !== null) deeds.push(deed);
    }
    for (const { deed, unit } of deeds) {
      const note = { userNumber: of.userNumber, role: 'group of the provider', reason: null, result: 'done', requestId: of.requestId } as const;
      await this.audit.append(client, of.organisationId, { ...note, deed, unit });
    }
  }

  private async followRole(client: PoolClient, { organisationId, userNumber }: OfOrganisation, role: ViewerRole, entries: readonly GroupRole[], present: string | null): Promise<{ readonly deed: string; readonly unit: string | null } | null> {
    const now = this.clock.now();
    if (entries.length === 0) {
      await endRole(client, organisationId, userNumber, role, now);
      return { deed: `revoke role ${role} of user ${userNumber}`, unit: null };
    }
    const [teams, regions] = [entries.flatMap((entry) => entry.teams), entries.flatMap((entry) => entry.regions)];
    const places = await findPlaces(client, organisationId, teams, regions);
    const units = [...new Set([...teams, ...regions])].filter((code) => !places.unknown.includes(code)).toSorted().join(' ');
    if (units === present) return null;
    await giveRole(client, { organisationId, userNumber, role, teamIds: places.teamIds, regionIds: places.regionIds, validUntil: null, givenBy: 'group' }, now);
    return { deed: `grant role ${role} to user ${userNumber}`, unit: units === '' ? null : units };
  }
}
