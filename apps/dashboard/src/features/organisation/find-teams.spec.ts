import { describe, expect, it } from '@jest/globals';
import { findTeams } from './find-teams';

describe('findTeams', () => {
  it('orders by the name of the region and then of the team, whatever the order of the answer', () => {
    const organisation = {
      code: 'o',
      name: 'O',
      closedFrom: null,
      closedThrough: null,
      regions: [
        { code: 'Z', name: 'Zuid', teams: [{ code: '1', name: 'Ambulant' }] },
        { code: 'N', name: 'Noord', teams: [{ code: '3', name: 'Kop' }, { code: '2', name: 'Drechterland' }] },
      ],
    };
    expect(findTeams(organisation).map(({ code }) => code)).toEqual(['2', '3', '1']);
  });
});
