import { describe, expect, it } from '@jest/globals';
import type { ChildFields } from './alert-rule.js';
import { stepOfRevision } from './step-of-revision.js';

const AT = new Date('2026-09-08T09:00:00Z');
const OUT_OF_VIEW: ChildFields = {
  minorsInvolved: true,
  childSeen: false,
  childSpoken: 'no',
  childSafetyDiscussed: null,
  childConcerns: null,
  pitfalls: [{ pitfall: 'INVISIBLE_CHILD', subtype: 'AVOIDANCE' }],
};

describe('stepOfRevision', () => {
  it('meets the rule, with the rule as this revision fires it', () => {
    expect(stepOfRevision({ revision: 2, status: 'final', reflection: OUT_OF_VIEW }, AT)).toEqual({
      step: 'meet-rule',
      role: 'source',
      at: AT,
      reason: 'revision_meets_rule',
      revision: 2,
      rule: { missing: ['not_seen', 'not_spoken_to'], ground: 'pitfall' },
    });
  });

  it('stops meeting the rule when the child is in view after all', () => {
    expect(stepOfRevision({ revision: 3, status: 'final', reflection: { ...OUT_OF_VIEW, childSeen: true, childSpoken: 'too_young' } }, AT)).toEqual({
      step: 'stop-meeting-rule',
      role: 'source',
      at: AT,
      reason: 'revision_no_longer_meets_rule',
      revision: 3,
    });
  });

  it('withdraws, whatever the fields of a withdrawn revision say', () => {
    expect(stepOfRevision({ revision: 4, status: 'withdrawn', reflection: OUT_OF_VIEW }, AT)).toEqual({
      step: 'withdraw',
      role: 'source',
      at: AT,
      reason: 'reflection_withdrawn',
      revision: 4,
    });
  });
});
