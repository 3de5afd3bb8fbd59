import type { Scope } from '@rolvast/domain';
import { resolveScope } from '../../access/resolve-scope.js';
import { mayDo, type Operation } from '../../access/role-policy.js';
import type { ViewerRole } from '../../access/roles.js';
import type { Visit } from '../../access/viewer/viewer.js';

/** Who asks something of care, and as what, in one organisation. */
export interface CareViewer {
  readonly userNumber: number;
  readonly organisationId: number;
  /** The role in which it is done. */
  readonly role: ViewerRole;
  /** The units it may be about; null for a role that sees no unit. */
  readonly scope: Scope | null;
  /** Stands for the signed-in session, and lets nobody sign in. */
  readonly sessionKey: string;
  readonly requestId: string;
}

/** A visit as care looks at it: of somebody with several roles the first one that may do this, with the units of all that may. */
export function careViewerOf({ viewer, requestId, sessionHash }: Visit, operation: Operation): CareViewer {
  const [first] = viewer.roles;
  const { role } = viewer.roles.find((granted) => mayDo(granted.role, operation)) ?? first;
  const scope = resolveScope(viewer, operation);
  return { userNumber: viewer.userNumber, organisationId: viewer.organisation.id, role, scope: scope.ok ? scope.value : null, sessionKey: sessionHash.toString('hex'), requestId };
}
