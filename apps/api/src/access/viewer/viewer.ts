import type { OrganisationCode, UnitCode } from '@rolvast/domain';
import type { ViewerRole } from '../roles.js';

/** A role in force at this moment, and the units whose figures it is for. */
export interface GrantedRole {
  readonly role: ViewerRole;
  readonly units: readonly UnitCode[];
}

/** Who is looking, as the database says at this moment. */
export interface Viewer {
  readonly userNumber: number;
  readonly displayName: string;
  /** The organisation in use; a viewer never sees two at a time. */
  readonly organisation: { readonly id: number; readonly code: OrganisationCode; readonly name: string };
  /** At least one; a viewer without a role is none. */
  readonly roles: readonly [GrantedRole, ...GrantedRole[]];
}

/** One request of a viewer. */
export interface Visit {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** What is stored of the session's token. */
  readonly sessionHash: Buffer;
}

/** The roles of a viewer as the audit tells them. */
export function roleNames({ roles }: Viewer): string {
  return roles.map(({ role }) => role).join(' ');
}
