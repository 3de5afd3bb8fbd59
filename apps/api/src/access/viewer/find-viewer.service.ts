import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { parseOrganisationCode, parseUnitCode } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/auth/sign-in-settings.js';
import { Clock } from '../../platform/clock/clock.js';
import { parseViewerRole, REACH, VIEWER_ROLES } from '../roles.js';
import { FIND_ORGANISATIONS_OF_USER, FIND_ROLES, FIND_SESSION } from './find-viewer.sql.js';
import type { GrantedRole, Viewer } from './viewer.js';

interface SessionRow {
  readonly userNumber: number;
  readonly displayName: string;
  readonly lastSeenAt: Date;
  readonly organisationId: number;
  readonly organisationCode: string;
  readonly organisationName: string;
}

/** An organisation in which somebody has a role. */
export interface OwnOrganisation {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** To note down at every request that somebody is there would be a write at every request. */
const SEEN_EVERY_MS = 30_000;

/** Finds who is looking. Everything comes from the database, at each request: what was taken away stops at once. */
@Injectable()
export class FindViewerService {
  constructor(
    @InjectDataSource('gatekeeper') private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
  ) {}

  /** @returns null when the session is unknown or over, or when there is no role in its organisation any more; that ends it. */
  async findViewer(sessionHash: Buffer): Promise<Viewer | null> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.settings.idleMs);
    const [session] = await this.source.query<SessionRow[]>(FIND_SESSION, [sessionHash, now, idleSince]);
    if (session === undefined) return null;
    const [first, ...others] = await this.findRoles(session.organisationId, session.userNumber);
    const code = parseOrganisationCode(session.organisationCode);
    if (first === undefined || code === null) {
      await this.source.query('DELETE FROM access.session WHERE session_hash = $1', [sessionHash]);
      return null;
    }
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
      await this.source.query('UPDATE access.session SET last_seen_at = greatest(last_seen_at, $2) WHERE session_hash = $1', [sessionHash, now]);
    }
    return {
      userNumber: session.userNumber,
      displayName: session.displayName,
      organisation: { id: session.organisationId, code, name: session.organisationName },
      roles: [first, ...others],
    };
  }

  /** The organisations in which a user has a role now, by name. */
  async findOrganisations(userNumber: number): Promise<readonly OwnOrganisation[]> {
    return this.source.query<OwnOrganisation[]>(FIND_ORGANISATIONS_OF_USER, [userNumber, this.clock.now()]);
  }

  private async findRoles(organisationId: number, userNumber: number): Promise<readonly GrantedRole[]> {
    const rows = await this.source.query<{ role: string; units: string[] }[]>(FIND_ROLES, [
      organisationId,
      userNumber,
      this.clock.now(),
      VIEWER_ROLES.filter((role) => REACH[role] === 'every-unit'),
      VIEWER_ROLES.filter((role) => REACH[role] === 'given-units'),
    ]);
    return rows.flatMap(({ role, units }) => {
      const known = parseViewerRole(role);
      return known === null ? [] : [{ role: known, units: units.flatMap((unit) => parseUnitCode(unit) ?? []) }];
    });
  }
}
