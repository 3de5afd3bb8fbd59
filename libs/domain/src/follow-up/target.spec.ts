import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../measure/catalogue.js';
import { checkTarget } from './target.js';

describe('checkTarget', () => {
  it('refuses a target for every measure of which neither more nor less is wanted, and for no other', () => {
    for (const measure of CATALOGUE) {
      const isWanted = measure.direction === 'up-is-better' || measure.direction === 'down-is-better';
      expect([measure.code, checkTarget(measure, 50)]).toEqual([measure.code, isWanted ? { ok: true, value: 50 } : { ok: false, fault: 'MEASURE_HAS_NO_TARGET' }]);
    }
  });

  it.each([-1, 101, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p as a share', (value) => {
    expect(checkTarget({ direction: 'up-is-better', unit: 'share-of-sessions' }, value)).toEqual({ ok: false, fault: 'VALUE_OUT_OF_RANGE' });
  });

  it('takes weeks and hours above a hundred', () => {
    expect(checkTarget({ direction: 'down-is-better', unit: 'weeks' }, 104).ok).toBe(true);
  });
});
