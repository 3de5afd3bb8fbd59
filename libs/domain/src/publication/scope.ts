import type { Brand } from '../shared/brand.js';
import { failure, success, type Result } from '../shared/result.js';
import type { OrganisationCode, UnitCode } from './place-codes.js';

/**
 * The units of one organisation that a question may be answered for. Never empty, and there is no way to say "all" by
 * leaving something out: whoever may see everything has everything listed.
 */
export type Scope = Brand<
  { readonly organisation: OrganisationCode; readonly units: readonly [UnitCode, ...UnitCode[]] },
  'Scope'
>;

/** Nothing was granted. Not "everything", and not an answer without rows. */
export type ScopeFault = 'EMPTY_SCOPE';

/**
 * The one place where a scope is made.
 *
 * @param units what the viewer was granted; a unit that is named twice counts once, in the order of the codes.
 */
export function scopeOf(organisation: OrganisationCode, units: readonly UnitCode[]): Result<Scope, ScopeFault> {
  const granted = { organisation, units: [...new Set(units)].sort() };
  return isScope(granted) ? success(granted) : failure('EMPTY_SCOPE');
}

function isScope(granted: { readonly organisation: OrganisationCode; readonly units: readonly UnitCode[] }): granted is Scope {
  return granted.units.length > 0;
}

/** Whether a unit of an organisation lies within a scope. */
export function isInScope(scope: Scope, organisation: OrganisationCode, unit: UnitCode): boolean {
  return scope.organisation === organisation && scope.units.includes(unit);
}
