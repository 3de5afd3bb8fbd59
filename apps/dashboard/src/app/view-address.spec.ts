import { describe, expect, it } from '@jest/globals';
import { firstView, pageAddress, pageViewAt, teamAddress, teamViewAt, type View } from './view-address';

const VIEW: View = { organisation: 'noorder licht', team: 'A/1', measure: 'PITFALL_ANY', quarter: '2026-Q3', months: 12, presentation: 'both', besideOrganisation: true };

function at(address: string) {
  return new URL(address, 'http://rolvast.example');
}

describe('the address of a view of a team', () => {
  it('holds everything that decides what is shown', () => {
    expect(teamAddress(VIEW)).toBe('/noorder%20licht/A%2F1/pitfall-any?quarter=2026-Q3&months=12&beside=organisation&view=both');
    expect(teamViewAt(at(teamAddress(VIEW)))).toEqual(VIEW);
  });

  it('leaves out what nobody chose', () => {
    expect(teamAddress(firstView('o', 't'))).toBe('/o/t');
    expect(teamViewAt(at('/o/t'))).toEqual(firstView('o', 't'));
  });

  it('is read without a fault whatever somebody types', () => {
    expect(teamViewAt({ pathname: '/%E0%A4%A/%/pitfall-nope', search: '?months=x&quarter=soon' })).toMatchObject({ organisation: '%E0%A4%A', team: '%', measure: 'PITFALL_NOPE', quarter: 'soon', months: 24 });
  });

  it('names no measure in any other spelling than the one', () => {
    expect(teamViewAt({ pathname: '/o/t/Pitfall_Any', search: '' }).measure).toBe('');
  });

  it('falls back to 24 months, the chart and the team alone for anything that is not offered', () => {
    expect(teamViewAt({ pathname: '/o/t', search: '?months=17&view=pie&beside=region' })).toMatchObject({ months: 24, presentation: 'chart', besideOrganisation: false });
    expect(teamViewAt({ pathname: '/o/t', search: '?months=36&view=table' })).toMatchObject({ months: 36, presentation: 'table' });
  });
});

describe('the address of a page without a team', () => {
  it('is that of the organisation, with everything else that was chosen', () => {
    expect(teamAddress({ ...VIEW, team: '' })).toBe('/noorder%20licht?quarter=2026-Q3&months=12&beside=organisation&view=both&measure=pitfall-any');
  });
});

describe('the address of another page', () => {
  it('carries the whole view along, so that nothing chosen is lost on the way', () => {
    expect(pageAddress('compare', VIEW)).toBe('/noorder%20licht/compare?quarter=2026-Q3&months=12&beside=organisation&view=both&measure=pitfall-any&team=A%2F1');
    expect(pageViewAt(at(pageAddress('compare', VIEW)))).toEqual(VIEW);
    expect(pageViewAt(at('/o/compare'))).toEqual(firstView('o', ''));
  });
});
