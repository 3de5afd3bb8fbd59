import { describe, expect, it } from '@jest/globals';
import { declaredOperation, isForAnyone, mayDo, OPERATIONS } from './role-policy.js';
import { ROLES } from './roles.js';

/**
 * The policy, written down a second time: team manager, quality staff, director, administrator, data protection officer,
 * importer. A cell that changes in one place only is red here.
 */
const CELLS: Readonly<Record<string, string>> = {
  'Query.viewer': 'YYYYY-',
  'Mutation.enterOrganisation': 'YYYYY-',
  'Query.measures': 'YYYYY-',
  'Query.breakdowns': 'YYYYY-',
  'Query.organisations': 'YYYYY-',
  'Query.organisation': 'YYYYY-',
  'Query.publicationExplained': 'YYYYY-',
  'Query.measureTrend': 'YYY---',
  'Query.measureTrends': 'YYY---',
  'Query.breakdown': 'YYY---',
  'Query.participation': 'YYY---',
  'Mutation.giveAlertPurpose': '-Y----',
  'Query.alertWorklist': '-Y----',
  'Query.alertHistory': '-Y----',
  'Mutation.takeAlertStep': '-Y----',
  'Mutation.askForWorkGuidance': 'Y-----',
  'Query.openAlertsByAge': 'Y-----',
  'Query.openAlertsByRegion': '--Y---',
  'Mutation.setAlertOverdueAfter': '---Y--',
  'Mutation.setLiberationDay': '---Y--',
  'Query.supportSessions': 'YYY---',
  'Query.nextSupportSession': 'YYY---',
  'Query.supportFigures': 'YYY---',
  'Query.weeksSinceSupport': 'YYY---',
  'Query.sessionPack': 'YYY---',
  'Query.sessionCalendar': 'Y-----',
  'Mutation.planSupportSession': 'Y-----',
  'Mutation.holdSupportSession': 'Y-----',
  'Mutation.cancelSupportSession': 'Y-----',
  'Query.followUp': 'YYY---',
  'Mutation.setTarget': '--Y---',
  'Mutation.endTarget': '--Y---',
  'Mutation.addChartEvent': 'YYY---',
  'Mutation.endChartEvent': 'YYY---',
  'Mutation.markSignal': 'YY----',
  'Mutation.endReviewMark': 'YY----',
  'Mutation.rebaseChart': '-YY---',
  'Mutation.endRebase': '-YY---',
  'Query.teamOverview': 'YYY---',
  'Query.comparison': 'YYY---',
  'Query.pitfallMap': 'YYY---',
  'Query.import': '-----Y',
  'Query.imports': '-----Y',
  'Mutation.submitReflection': '-----Y',
  'POST /imports': '-----Y',
  'GET /imports': '-----Y',
  'GET /imports/:id': '-----Y',
  'GET /auth/sign-in': 'anyone',
  'GET /auth/callback': 'anyone',
  'POST /auth/sign-out': 'anyone',
  'POST /auth/back-channel-logout': 'anyone',
  'GET /health/live': 'anyone',
  'GET /health/ready': 'anyone',
};

describe('the policy', () => {
  it('has a line for these operations and no other', () => {
    expect([...OPERATIONS].toSorted()).toEqual(Object.keys(CELLS).toSorted());
  });

  const cells = OPERATIONS.flatMap((operation) => ROLES.map((role, index) => ({ operation, role, may: CELLS[operation] === 'anyone' || CELLS[operation]?.[index] === 'Y' })));
  it.each(cells)('says of $role and $operation: $may', ({ operation, role, may }) => {
    expect(mayDo(role, operation)).toBe(may);
  });

  it('opens to nobody in particular only what must work before somebody is signed in', () => {
    expect(OPERATIONS.filter(isForAnyone).toSorted()).toEqual(Object.keys(CELLS).filter((name) => CELLS[name] === 'anyone').toSorted());
  });

  it.each(['Query.nothing', 'toString', '__proto__', 'constructor', ''])('has no line for %j', (name) => {
    expect(declaredOperation(name)).toBeNull();
  });
});
