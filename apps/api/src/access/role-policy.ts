import { VIEWER_ROLES, type Role } from './roles.js';

const WHO_SEES_FIGURES = ['team-manager', 'quality-staff', 'director'] as const;

/**
 * Who may do what: every operation of the API, and the roles that may do it. What is not here is refused, and a server
 * that has an operation without a line here does not start.
 *
 * `anyone` is for what must work before somebody is signed in.
 */
export const ROLE_POLICY = {
  'Query.viewer': VIEWER_ROLES,
  'Mutation.enterOrganisation': VIEWER_ROLES,

  'Query.measures': VIEWER_ROLES,
  'Query.breakdowns': VIEWER_ROLES,
  'Query.organisations': VIEWER_ROLES,
  'Query.organisation': VIEWER_ROLES,
  'Query.publicationExplained': VIEWER_ROLES,
  'Query.measureTrend': WHO_SEES_FIGURES,
  'Query.measureTrends': WHO_SEES_FIGURES,
  'Query.breakdown': WHO_SEES_FIGURES,
  'Query.participation': WHO_SEES_FIGURES,
  'Query.teamOverview': WHO_SEES_FIGURES,

  'Mutation.giveAlertPurpose': ['quality-staff'],
  'Query.alertWorklist': ['quality-staff'],
  'Query.alertHistory': ['quality-staff'],
  'Mutation.takeAlertStep': ['quality-staff'],
  'Mutation.askForWorkGuidance': ['team-manager'],
  'Query.openAlertsByAge': ['team-manager'],
  'Query.openAlertsByRegion': ['director'],
  'Mutation.setAlertOverdueAfter': ['administrator'],
  'Mutation.setLiberationDay': ['administrator'],

  'Query.supportSessions': WHO_SEES_FIGURES,
  'Query.nextSupportSession': WHO_SEES_FIGURES,
  'Query.supportFigures': WHO_SEES_FIGURES,
  'Query.weeksSinceSupport': WHO_SEES_FIGURES,
  'Query.sessionPack': WHO_SEES_FIGURES,
  'Query.sessionCalendar': ['team-manager'],
  'Mutation.planSupportSession': ['team-manager'],
  'Mutation.holdSupportSession': ['team-manager'],
  'Mutation.cancelSupportSession': ['team-manager'],

  'Query.followUp': WHO_SEES_FIGURES,
  'Mutation.setTarget': ['director'],
  'Mutation.endTarget': ['director'],
  'Mutation.addChartEvent': WHO_SEES_FIGURES,
  'Mutation.endChartEvent': WHO_SEES_FIGURES,
  'Mutation.markSignal': ['team-manager', 'quality-staff'],
  'Mutation.endReviewMark': ['team-manager', 'quality-staff'],
  'Mutation.rebaseChart': ['quality-staff', 'director'],
  'Mutation.endRebase': ['quality-staff', 'director'],
  'Query.comparison': WHO_SEES_FIGURES,
  'Query.pitfallMap': WHO_SEES_FIGURES,

  'Query.import': ['importer'],
  'Query.imports': ['importer'],
  'Mutation.submitReflection': ['importer'],
  'POST /imports': ['importer'],
  'GET /imports': ['importer'],
  'GET /imports/:id': ['importer'],

  'GET /auth/sign-in': 'anyone',
  'GET /auth/callback': 'anyone',
  'POST /auth/sign-out': 'anyone',
  'POST /auth/back-channel-logout': 'anyone',
  'GET /health/live': 'anyone',
  'GET /health/ready': 'anyone',
} as const satisfies Readonly<Record<string, readonly Role[] | 'anyone'>>;

/** The name of an operation: type and field of GraphQL, or method and path. */
export type Operation = keyof typeof ROLE_POLICY;

/** Reads the name of an operation; null when nobody said who may do it. */
export function declaredOperation(name: string): Operation | null {
  return Object.hasOwn(ROLE_POLICY, name) ? (name as Operation) : null;
}

/** Whether an operation is for somebody who is not signed in. */
export function isForAnyone(operation: Operation): boolean {
  return ROLE_POLICY[operation] === 'anyone';
}

/** Whether a role may do an operation. */
export function mayDo(role: Role, operation: Operation): boolean {
  const roles: readonly Role[] | 'anyone' = ROLE_POLICY[operation];
  return roles === 'anyone' || roles.includes(role);
}

/** Every operation of the table. */
export const OPERATIONS: readonly Operation[] = Object.keys(ROLE_POLICY).flatMap((name) => declaredOperation(name) ?? []);
