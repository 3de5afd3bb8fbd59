import type { GroupRole } from './group-roles/group-role.js';

/** Injection token of {@link AccessSettings}. */
export const ACCESS_SETTINGS = Symbol('settings of access');

/** How people at the provider become users here. */
export interface AccessSettings {
  /** Name under which accounts of the provider are kept; its issuer, or another one that outlives a change of port. */
  readonly providerName: string;
  /** The claim by which somebody who was invited is recognised at the first sign-in. */
  readonly linkClaim: string;
  /** The claim that holds groups. */
  readonly groupsClaim: string;
  readonly groupRoles: readonly GroupRole[];
  /** File to which the head of every chain of the audit is added, once a day. */
  readonly auditHeadFile: string;
}
