import { describe, expect, it } from '@jest/globals';
import { readGroupRoles } from './group-role.js';

function faultOf(table: unknown): string {
  const read = readGroupRoles(JSON.stringify(table));
  return read.ok ? '' : read.fault;
}

describe('the table of groups', () => {
  it('is read, with nothing for teams and regions that are left out', () => {
    expect(readGroupRoles('[{"group": "g", "organisation": "o", "role": "director"}]')).toEqual({ ok: true, value: [{ group: 'g', organisation: 'o', role: 'director', teams: [], regions: [] }] });
  });

  it('names every entry that is wrong', () => {
    const fault = faultOf([{ group: 'g', organisation: 'o', role: 'boss' }, { group: 'g', organisation: 'o', role: 'team-manager' }, { group: 'g', organisation: 'o', role: 'director', teams: ['t'] }, { group: 'g', organisation: 'o', role: 'director', also: 1 }]);
    for (const part of ['entry 0.role', 'entry 1: a team manager needs', 'entry 2: a team manager needs', 'entry 3: Unrecognized']) expect(fault).toContain(part);
  });

  it.each(['', '{', '{"group": "g"}'])('refuses %j', (text) => {
    expect(readGroupRoles(text).ok).toBe(false);
  });
});
