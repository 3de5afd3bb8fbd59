import { scopeOf, type Result, type Scope, type ScopeFault } from '@rolvast/domain';
import { mayDo, type Operation } from './role-policy.js';
import type { Viewer } from './viewer/viewer.js';

/**
 * The units for which a viewer may do an operation: those of the roles that may do it, and of no other role.
 *
 * @returns a fault when there is none, for instance for somebody whose teams were never published.
 */
export function resolveScope({ organisation, roles }: Viewer, operation: Operation): Result<Scope, ScopeFault> {
  const units = roles.filter(({ role }) => mayDo(role, operation)).flatMap((granted) => granted.units);
  return scopeOf(organisation.code, units);
}
