import { describe, expect, it } from '@jest/globals';
import { ALERT_REASONS, isReasonFor } from './alert-step.js';

describe('isReasonFor', () => {
  it('accepts a reason of the step', () => {
    expect(isReasonFor('reopen', 'new_information')).toBe(true);
  });

  it('refuses a reason of another step, another case of letters, and text that is no code', () => {
    expect(['taken_up', 'NEW_INFORMATION', '', 'constructor', 'because'].map((text) => isReasonFor('reopen', text))).toEqual([false, false, false, false, false]);
  });
});

describe('ALERT_REASONS', () => {
  it('name each reason under one step only, as a code', () => {
    const reasons = Object.values(ALERT_REASONS).flat();
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons.every((reason) => /^[a-z]+(_[a-z]+)*$/.test(reason))).toBe(true);
  });
});
