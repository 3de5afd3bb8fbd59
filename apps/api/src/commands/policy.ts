import { POLICY_LINES, type PolicyParameter, type PolicyValues, type Result } from '@rolvast/domain';
import { PolicyService, type PolicyState, type PolicyVersion } from '../publish/policy/policy.service.js';
import type { PolicyRefusal } from '../publish/policy/policy.errors.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

const LABELS: Readonly<Record<PolicyParameter, string>> = { professionals: 'professionals, at least', cases: 'cases, at least', reflections: 'reflections, at least', largestPercent: 'share of one professional or case in percent, at most', closingDay: 'closing day' };

/** `rolvast policy show`: what is in force, what is proposed, and what was before. */
export function showPolicy(organisation: string, output: Output): Promise<number> {
  return answerWith(output, (service) => service.show(organisation));
}

/** `rolvast policy propose`: proposes other values for new blocks. */
export function proposePolicy(organisation: string, by: string, changes: Partial<PolicyValues>, output: Output): Promise<number> {
  return answerWith(output, (service) => service.propose(organisation, by, changes));
}

/** `rolvast policy approve` and `refuse`: by somebody else than who proposed. */
export function decidePolicy(organisation: string, by: string, decision: 'in-force' | 'refused', output: Output): Promise<number> {
  return answerWith(output, (service) => service.decide(organisation, by, decision));
}

/** `rolvast policy consent`: records what must be there before the first release to readers in production. */
export function recordConsent(organisation: string, by: string, worksCouncil: string, impactAssessment: string, output: Output): Promise<number> {
  return answerWith(output, (service) => service.recordReadiness(organisation, by, worksCouncil, impactAssessment));
}

function answerWith(output: Output, ask: (service: PolicyService) => Promise<Result<PolicyState, PolicyRefusal>>): Promise<number> {
  return runCommand(output, async (app) => {
    const state = await ask(app.get(PolicyService));
    if (!state.ok) return refuse(output, state.fault);
    output.answer(state.value, linesOf(state.value));
    return EXIT.done;
  });
}

function linesOf({ inForce, proposed, history, readiness }: PolicyState): readonly string[] {
  return [
    `In force: version ${inForce.version}${inForce.version === 1 ? ', that of the scheme' : ''}`,
    ...POLICY_LINES.map(({ code, least, most }) => `  ${LABELS[code]}: ${inForce[code]} (from ${least} to ${most})`),
    proposed === null ? 'No proposal is waiting.' : `Proposed by ${proposed.proposedBy}, waiting for the data protection officer: ${valuesOf(proposed)}`,
    ...history.filter(({ state }) => state !== 'proposed').map((one) => `Version ${one.version}, ${one.state}: ${valuesOf(one)}; proposed by ${one.proposedBy}, decided by ${one.decidedBy ?? 'nobody'}`),
    readiness === null ? 'Consent of the works council and impact assessment are not recorded; in production nothing goes to readers before that.' : `Works council consented on ${readiness.worksCouncilConsentOn}, impact assessed on ${readiness.impactAssessmentOn}; recorded by ${readiness.recordedBy}.`,
    'A change counts for new blocks only; what was posted stays as it is.',
  ];
}

function valuesOf(version: PolicyVersion): string {
  return POLICY_LINES.map(({ code }) => `${LABELS[code]} ${version[code]}`).join(', ');
}
