import { POLICY_LINES, type PolicyFault } from '@rolvast/domain';

/** Why a change of the policy is not carried out. */
export interface PolicyRefusal {
  readonly code: 'UNKNOWN_ORGANISATION' | 'NO_NAME' | 'BELOW_FLOOR' | 'NOTHING_CHANGED' | 'ALREADY_PROPOSED' | 'NOTHING_PROPOSED' | 'OWN_PROPOSAL' | 'NOT_A_PAST_DATE';
  readonly message: string;
}

export function unknownOrganisation(code: string): PolicyRefusal {
  return { code: 'UNKNOWN_ORGANISATION', message: `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE. Nothing was changed.` };
}

export const NO_NAME: PolicyRefusal = { code: 'NO_NAME', message: 'Say who does this: --by NAME. Nothing was changed.' };

/** Names each value with its bounds, so that one try is enough. */
export function outOfBounds(faults: readonly PolicyFault[]): PolicyRefusal {
  const named = faults.map(({ parameter, least, most }) => `${POLICY_LINES.find(({ code }) => code === parameter)?.name.en ?? parameter}: a whole number from ${least} to ${most}`);
  return { code: 'BELOW_FLOOR', message: `The floor of the scheme can be raised and never lowered. ${named.join('; ')}. Nothing was changed.` };
}

export const NOTHING_CHANGED: PolicyRefusal = { code: 'NOTHING_CHANGED', message: 'These are the values in force already. Nothing was changed.' };
export const ALREADY_PROPOSED: PolicyRefusal = { code: 'ALREADY_PROPOSED', message: 'A proposal is waiting for a decision. Let it be approved or refused first: rolvast policy show. Nothing was changed.' };
export const NOTHING_PROPOSED: PolicyRefusal = { code: 'NOTHING_PROPOSED', message: 'No proposal is waiting for a decision. Nothing was changed.' };
export const OWN_PROPOSAL: PolicyRefusal = { code: 'OWN_PROPOSAL', message: 'A proposal is decided by somebody else than who made it: the data protection officer. Nothing was changed.' };

export function notAPastDate(name: string): PolicyRefusal {
  return { code: 'NOT_A_PAST_DATE', message: `${name} must be a day as YYYY-MM-DD, today at the latest. Nothing was recorded.` };
}
