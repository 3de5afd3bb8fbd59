import { describe, expect, it } from '@jest/globals';
import { CATALOGUE, HOURS_STEP, type HoursPosting, type ReflectionHours } from '@rolvast/domain';
import { FIXTURE_NAMES, FIXTURES } from './fixtures.js';
import { attackHours } from '@rolvast/api/release-audit/hours-attack.js';
import { publishAll, type PublishedUnit } from './organisation-in-memory.js';
import { syntheticOrganisation } from './synthetic-organisation.js';
import { RULES } from './weakened.js';

const SEEDS = [1, 2, 3, 4];
const TEAM_HOURS = CATALOGUE.filter((measure): measure is ReflectionHours => measure.kind === 'reflection-hours' && measure.grain.place === 'team');

function unitsOf(name: (typeof FIXTURE_NAMES)[number], seed: number): readonly PublishedUnit[] {
  return publishAll(syntheticOrganisation({ ...FIXTURES[name], seed: FIXTURES[name].seed + seed }), RULES, seed);
}

/** Every sum for every block, whoever holds it. */
function postedRegardless({ blocks }: PublishedUnit): readonly HoursPosting[] {
  return blocks.flatMap(({ number, reflections }) =>
    TEAM_HOURS.map(({ code, hoursOf }) => {
      const sum = reflections.filter(({ reflection }) => hoursOf.counts(reflection)).reduce((total, { reflection }) => total + (reflection.extraHours ?? 0), 0);
      return { measure: code, firstBlock: number, lastBlock: number, hours: HOURS_STEP * Math.round(sum / HOURS_STEP) };
    }),
  );
}

describe('the posted hours', () => {
  it.each(FIXTURE_NAMES)('leave the largest holder at least a fifth from being known: %s', (name) => {
    for (const seed of SEEDS) for (const unit of unitsOf(name, seed)) expect(attackHours(unit)).toEqual([]);
  });

  it('are posted at all, and less where one professional holds most of them', () => {
    const postings = (name: 'normal' | 'one giant in hours') => SEEDS.flatMap((seed) => unitsOf(name, seed).flatMap(({ hours }) => hours)).length;
    expect(postings('normal')).toBeGreaterThan(10);
    expect(postings('one giant in hours')).toBeLessThan(postings('normal'));
  });

  it.each(['one giant in hours', 'thin'] as const)('give the largest holder away when they are posted regardless: %s', (name) => {
    const found = SEEDS.flatMap((seed) => unitsOf(name, seed).flatMap((unit) => attackHours({ ...unit, hours: postedRegardless(unit) })));
    expect(found.map(({ kind }) => kind)).toContain('p%-violation');
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['p%-violation']));
  });
});
