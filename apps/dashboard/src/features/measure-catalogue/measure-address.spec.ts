import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '@rolvast/domain';
import { measureFromAddress, measureToAddress, methodOf } from './measure-address';

describe('the address of a measure', () => {
  it('leads back to the same measure, for every measure there is', () => {
    const codes = CATALOGUE.map(({ code }) => code);
    expect(codes.map((code) => measureFromAddress(measureToAddress(code)))).toEqual(codes);
  });

  it('is written in lower kebab', () => {
    expect(measureToAddress('PITFALL_INVISIBLE_CHILD')).toBe('pitfall-invisible-child');
    expect(methodOf('PITFALL_ANY')).toBe('/methods#pitfall-any');
  });

  it.each(['', '-', 'pitfall-', 'PITFALL_POWERLESSNESS', 'pitfall_powerlessness', 'Pitfall-Powerlessness', 'pitfall powerlessness'])('knows no other spelling: %j', (word) => {
    expect(measureFromAddress(word)).toBeNull();
  });
});
