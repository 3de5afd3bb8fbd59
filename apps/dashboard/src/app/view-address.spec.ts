import { describe, expect, it } from '@jest/globals';
import { blockMeasures } from '@rolvast/domain';
import { addressOf, measureFromAddress, measureToAddress, monthsFromAddress, presentationFromAddress, viewAt } from './view-address';

describe('the address of a measure', () => {
  it('leads back to the same measure, for every measure that teams are shown', () => {
    const back = blockMeasures().map(({ code }) => measureFromAddress(measureToAddress(code))?.code);
    expect(back).toEqual(blockMeasures().map(({ code }) => code));
  });

  it('is written in lower kebab', () => {
    expect(measureToAddress('PITFALL_INVISIBLE_CHILD')).toBe('pitfall-invisible-child');
  });

  it.each(['', 'pitfall-nope', 'PITFALL_POWERLESSNESS', 'pitfall_powerlessness', 'Pitfall-Powerlessness'])('knows no other spelling: %s', (word) => {
    expect(measureFromAddress(word)).toBeNull();
  });
});

describe('the address of a view', () => {
  const view = { organisation: 'noorder licht', team: 'A/1', measure: 'PITFALL_ANY', months: 12, presentation: 'chart' } as const;

  it('holds everything that decides what is shown', () => {
    expect(addressOf(view)).toBe('/noorder%20licht/A%2F1/pitfall-any?months=12');
    expect(addressOf({ ...view, presentation: 'both' })).toBe('/noorder%20licht/A%2F1/pitfall-any?months=12&view=both');
  });

  it('leads back to the same view', () => {
    const { pathname, search } = new URL(addressOf({ ...view, presentation: 'table' }), 'http://rolvast.example');
    expect(viewAt({ pathname, search }).view).toEqual({ ...view, presentation: 'table' });
  });

  it('is read without a fault whatever somebody types', () => {
    expect(viewAt({ pathname: '/%E0%A4%A/%/pitfall-nope', search: '?months=x' })).toMatchObject({ measure: null, view: { organisation: '%E0%A4%A', team: '%' } });
  });

  it('falls back to 24 months and the chart for anything that is not offered', () => {
    const search = new URLSearchParams('months=17&view=pie');
    expect([monthsFromAddress(search), presentationFromAddress(search)]).toEqual([24, 'chart']);
    const offered = new URLSearchParams('months=36&view=table');
    expect([monthsFromAddress(offered), presentationFromAddress(offered)]).toEqual([36, 'table']);
  });
});
