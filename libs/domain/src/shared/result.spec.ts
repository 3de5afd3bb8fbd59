import { describe, expect, it } from '@jest/globals';
import { failure, success } from './result.js';

describe('Result', () => {
  it('wraps a value, also one that looks like nothing', () => {
    expect(success(null)).toEqual({ ok: true, value: null });
  });

  it('wraps a fault and holds no value beside it', () => {
    expect(failure('NOT_FOUND')).toStrictEqual({ ok: false, fault: 'NOT_FOUND' });
  });
});
