import { describe, expect, it } from '@jest/globals';
import { breakEffect } from './break-effect.js';
import { segmentedGls } from './segmented-gls.js';
import { noise, seriesOf } from './testing/monthly-values.js';

describe('breakEffect', () => {
  it('works out an effect from twelve months with a figure on either side', () => {
    const all = noise(2, 24, 0.2);
    expect(breakEffect(all, 12)).toEqual(segmentedGls(seriesOf(all)));
  });

  it('is only a picture below that, a month without a figure not counted', () => {
    expect(breakEffect(noise(2, 24, 0.2), 11)).toEqual({ ok: false, fault: { code: 'picture-only', before: 11, after: 13, neededEachSide: 12 } });
    expect(breakEffect(noise(2, 24, 0.2).map((value, at) => (at === 20 ? null : value)), 12)).toEqual({ ok: false, fault: { code: 'picture-only', before: 12, after: 11, neededEachSide: 12 } });
    expect(breakEffect([1, 2], 5)).toEqual({ ok: false, fault: { code: 'break-outside', position: 5 } });
  });
});
