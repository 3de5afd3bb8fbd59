import { describe, expect, it } from '@jest/globals';
import { compareAddress, compareViewAt } from './compare-address';
import { firstView } from './view-address';

describe('the address of a comparison', () => {
  it.each([
    [{}, '/o/compare'],
    [{ region: 'west' }, '/o/compare?region=west'],
    [{ measure: 'PITFALL_ANY', quarter: '2026-Q3', region: 'west', allowingFor: 'LEGAL_FRAME' }, '/o/compare?quarter=2026-Q3&measure=pitfall-any&region=west&allowing=legal-frame'],
  ])('holds %j', (chosen, expected) => {
    const view = { ...firstView('o', ''), region: null, allowingFor: null, ...chosen };
    const address = compareAddress(view);
    expect(address).toBe(expected);
    const [pathname = '', search = ''] = address.split('?');
    expect(compareViewAt({ pathname, search })).toEqual(view);
  });

  it('names no breakdown in any other spelling', () => {
    expect(compareViewAt({ pathname: '/o/compare', search: '?allowing=Legal_Frame' }).allowingFor).toBe('');
  });
});
