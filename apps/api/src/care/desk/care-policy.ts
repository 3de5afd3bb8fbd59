/** What a person can be for an organisation. No role includes another. */
export const CARE_ROLES = ['team-manager', 'quality-staff', 'director', 'administrator', 'data-protection-officer'] as const;
export type CareRole = (typeof CARE_ROLES)[number];

const WHO_SEES_FIGURES = ['team-manager', 'quality-staff', 'director'] as const;

/** Who may do what in care; what is not here is refused. Named as the schema names it. */
export const CARE_POLICY = {
  'Mutation.giveAlertPurpose': ['quality-staff'],
  'Query.alertWorklist': ['quality-staff'],
  'Query.alertHistory': ['quality-staff'],
  'Mutation.takeAlertStep': ['quality-staff'],
  'Mutation.askForWorkGuidance': ['team-manager'],
  'Query.openAlertsByAge': ['team-manager'],
  'Query.alertsByRegion': ['director'],
  'Mutation.setAlertOverdueAfter': ['administrator'],

  'Query.supportSessions': WHO_SEES_FIGURES,
  'Query.supportFigures': WHO_SEES_FIGURES,
  'Query.weeksSinceSupport': WHO_SEES_FIGURES,
  'Query.sessionPack': WHO_SEES_FIGURES,
  'Query.sessionCalendar': ['team-manager'],
  'Mutation.planSupportSession': ['team-manager'],
  'Mutation.holdSupportSession': ['team-manager'],
  'Mutation.cancelSupportSession': ['team-manager'],

  'Query.followUp': WHO_SEES_FIGURES,
  'Mutation.setTarget': ['director'],
  'Mutation.addChartEvent': WHO_SEES_FIGURES,
  'Mutation.markSignal': ['team-manager', 'quality-staff'],
  'Mutation.rebaseChart': ['quality-staff', 'director'],
} as const satisfies Readonly<Record<string, readonly CareRole[]>>;

/** An operation of care: type and field of the schema. */
export type CareOperation = keyof typeof CARE_POLICY;

/** Whether a role may do an operation. */
export function mayDoCare(role: CareRole, operation: CareOperation): boolean {
  const roles: readonly CareRole[] = CARE_POLICY[operation];
  return roles.includes(role);
}
