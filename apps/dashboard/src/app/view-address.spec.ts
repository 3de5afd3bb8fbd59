import { describe, expect, it } from '@jest/globals';
import { addressOf, monthsFromAddress, presentationFromAddress, viewAt } from './view-address';

describe('the address of a view', () => {
  const view = { organisation: 'noorder licht', team: 'A/1', measure: 'PITFALL_ANY', months: 12, presentation: 'chart' } as const;

  it('holds everything that decides what is shown', () => {
    expect(addressOf(view)).toBe('/noorder%20licht/A%2F1/pitfall-any?months=12');
    expect(addressOf({ ...view, presentation: 'both' })).toBe('/noorder%20licht/A%2F1/pitfall-any?months=12&view=both');
  });

  it('leads back to the same view', () => {
    const { pathname, search } = new URL(addressOf({ ...view, presentation: 'table' }), 'http://rolvast.example');
    expect(viewAt({ pathname, search })).toEqual({ ...view, presentation: 'table' });
  });

  it('is read without a fault whatever somebody types', () => {
    expect(viewAt({ pathname: '/%E0%A4%A/%/pitfall-nope', search: '?months=x' })).toMatchObject({ organisation: '%E0%A4%A', team: '%', measure: 'PITFALL_NOPE' });
  });

  it('names no measure in any other spelling than the one', () => {
    expect(viewAt({ pathname: '/o/t/Pitfall_Any', search: '' }).measure).toBe('');
  });

  it('falls back to 24 months and the chart for anything that is not offered', () => {
    const search = new URLSearchParams('months=17&view=pie');
    expect([monthsFromAddress(search), presentationFromAddress(search)]).toEqual([24, 'chart']);
    const offered = new URLSearchParams('months=36&view=table');
    expect([monthsFromAddress(offered), presentationFromAddress(offered)]).toEqual([36, 'table']);
  });
});
