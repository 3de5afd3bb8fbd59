import { describe, expect, it } from '@jest/globals';
import { organiseBy } from './outside-teams.js';
import { syntheticTeams, usualOrganisation } from './synthetic-team.js';

const asked: unknown[] = [];
const generate = (seed: number, settings: unknown) => {
  asked.push({ seed, settings });
  const flags = Uint8Array.from([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  return { recs: [{ t: 0, p: 4, c: 9, m: 1, arr: 2, f: flags }], T: [{ id: 0, size: 6 }, { id: 1, size: 7 }] };
};

describe('an organisation from outside', () => {
  it('keeps team, person, case, months and pitfalls, from rare to frequent', () => {
    const [first, second] = organiseBy(generate)(usualOrganisation(5));
    expect(first).toMatchObject({ code: 'T0', professionals: 6, reflections: [{ month: 1, postedIn: 2, contributor: 'P4', careCase: 'C9' }] });
    expect(first?.reflections[0]?.reflection.pitfalls?.map(({ pitfall }) => pitfall)).toEqual(['SECRECY', 'BOUNDARIES']);
    expect(second?.reflections).toEqual([]);
  });

  it('is asked for a change in all series or in none', () => {
    asked.length = 0;
    organiseBy(generate)({ ...usualOrganisation(5), changeFactor: 2 });
    organiseBy(generate)(usualOrganisation(5));
    expect(asked).toMatchObject([{ seed: 5, settings: { shiftProb: 1, factor: 2 } }, { settings: { shiftProb: 0 } }]);
  });

  it('is not used for thin teams, and refused when it has another form', () => {
    const thin = { ...usualOrganisation(5), teams: 1, monthlyVolume: 13 };
    expect(JSON.stringify(organiseBy(generate)(thin))).toBe(JSON.stringify(syntheticTeams(thin)));
    expect(() => organiseBy(() => ({ recs: [] }))(usualOrganisation(5))).toThrow();
  });
});
