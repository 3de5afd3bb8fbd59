import { describe, expect, it } from '@jest/globals';
import { assertNever } from './assert-never.js';

describe('assertNever', () => {
  it('names the union and the member that nobody handles', () => {
    // Only untyped input can get here: the compiler refuses a direct call.
    const callUntyped = (): unknown => Reflect.apply(assertNever, undefined, ['striped', 'chart stage']);
    expect(callUntyped).toThrow('unhandled chart stage: "striped"');
  });
});
