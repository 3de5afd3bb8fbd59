import { describe, expect, it } from '@jest/globals';
import { PITFALL_CODES } from '@rolvast/domain';
import { chanceFrom } from '../detection/chance.js';
import { CHILD_ATTENTION_FALLEN } from './synthetic-answers.js';
import { CHANGE_FROM, PITFALL_RATES, spreadDraws, syntheticTeams, usualOrganisation, type SyntheticTeam } from './synthetic-team.js';

const usual = usualOrganisation(7);
const teams = syntheticTeams(usual);
const all = teams.flatMap(({ reflections }) => reflections);
const shareOf = (items: readonly (typeof all)[number][], holds: (item: (typeof all)[number]) => boolean) => items.filter(holds).length / items.length;
const monthly = ({ reflections }: SyntheticTeam) => new Set(reflections.map(({ month, contributor }) => `${month} ${contributor}`)).size / usual.months;

describe('the made-up organisation', () => {
  it('is the same for the same seed and another for another', () => {
    const made = (seed: number) => JSON.stringify(syntheticTeams({ ...usualOrganisation(seed), teams: 3 }));
    expect(made(7)).toBe(made(7));
    expect(made(8)).not.toBe(made(7));
  });

  it('has 40 teams of 6 to 15 professionals, as many of each size', () => {
    const sizes = teams.map(({ professionals }) => professionals);
    for (let size = 6; size <= 15; size += 1) expect(sizes.filter((one) => one === size)).toHaveLength(4);
  });

  it('has about 29 reflections and 9 professionals a team and month, and fewer in July and August', () => {
    expect(all.length / (40 * 24)).toBeGreaterThan(26.5);
    expect(all.length / (40 * 24)).toBeLessThan(31);
    const seen = teams.reduce((sum, team) => sum + monthly(team), 0) / teams.length;
    expect(seen).toBeGreaterThan(8.2);
    expect(seen).toBeLessThan(9.6);
    expect(shareOf(all, ({ month }) => month % 12 === 6 || month % 12 === 7)).toBeLessThan(0.13);
  });

  it('has eight of a hundred reflections come one to three months late', () => {
    expect(shareOf(all, ({ month, postedIn }) => postedIn > month)).toBeCloseTo(0.08, 2);
    expect(Math.max(...all.map(({ month, postedIn }) => postedIn - month))).toBe(3);
  });

  it('notices each pitfall about as often as its rate says', () => {
    for (const pitfall of PITFALL_CODES) {
      const share = shareOf(all, ({ reflection }) => reflection.pitfalls?.some((one) => one.pitfall === pitfall) ?? false);
      expect(Math.abs(share - PITFALL_RATES[pitfall])).toBeLessThan(0.05);
    }
  });

  it('answers what depends on minors only where there are some', () => {
    expect(all.every(({ reflection }) => reflection.minorsInvolved === true || reflection.childSeen === null)).toBe(true);
  });
});

describe('a change', () => {
  const changed = syntheticTeams({ ...usual, changeFactor: 2, changedHabits: CHILD_ATTENTION_FALLEN }).flatMap(({ reflections }) => reflections);

  it('leaves the first year and who recorded what when as they are', () => {
    const firstYear = (items: typeof all) => items.filter(({ month }) => month < CHANGE_FROM);
    expect(JSON.stringify(firstYear(changed))).toBe(JSON.stringify(firstYear(all)));
    const frame = (items: typeof all) => items.map(({ month, postedIn, contributor, careCase }) => [month, postedIn, contributor, careCase]);
    expect(JSON.stringify(frame(changed))).toBe(JSON.stringify(frame(all)));
  });

  it('makes pitfalls more frequent and attention for children less complete', () => {
    const later = (items: typeof all) => items.filter(({ month }) => month >= CHANGE_FROM);
    const flagged = ({ reflection }: (typeof all)[number]) => (reflection.pitfalls?.length ?? 0) > 0;
    expect(shareOf(later(changed), flagged)).toBeGreaterThan(shareOf(later(all), flagged) + 0.1);
    const minors = later(changed).filter(({ reflection }) => reflection.minorsInvolved === true);
    expect(shareOf(minors, ({ reflection }) => reflection.childSeen !== true)).toBeCloseTo(0.35, 1);
  });
});

describe('spreadDraws', () => {
  it('draws once in each equal part', () => {
    const draws = spreadDraws(chanceFrom(3), 20);
    expect([...draws].sort((one, other) => one - other).map((draw) => Math.floor(draw * 20))).toEqual(Array.from({ length: 20 }, (_, part) => part));
    expect([...draws].sort((one, other) => one - other)).not.toEqual(draws);
  });
});
