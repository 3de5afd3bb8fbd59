import { describe, expect, it } from '@jest/globals';
import type { DisclosureKind } from '@rolvast/api/release-audit/attack.js';
import { linkedFamilies, somePairs } from '@rolvast/api/release-audit/families.js';
import { FIXTURE_NAMES, FIXTURES } from './fixtures.js';
import { publishAll } from './organisation-in-memory.js';
import { syntheticOrganisation } from './synthetic-organisation.js';
import { attackedUnit, attackUnit } from '@rolvast/api/release-audit/unit-attack.js';
import { RULES } from './weakened.js';

const SECRET = 5;
const RESIDUE: DisclosureKind = 'residue: insider, no other';
/** Of all pairs of questions each unit tries one in so many; `npm run test:disclosure` tries them all. */
const SHARE_OF_PAIRS = 90;

describe('what is published', () => {
  it.each(FIXTURE_NAMES.map((name, index) => [name, index] as const))('tells nothing about anybody, with and without every count of reflections: %s', (name, index) => {
    let programmes = 0;
    publishAll(syntheticOrganisation(FIXTURES[name]), RULES, SECRET).forEach((unit, position) => {
      const turn = 3 * index + position;
      const attacked = attackedUnit(unit);
      const report = attackUnit(attacked, { families: [...linkedFamilies(turn), ...somePairs(turn, SHARE_OF_PAIRS)], modes: ['guessing', 'knowing'], addsUpBlocks: true });
      programmes += report.programmes;
      expect(report.disclosures.filter(({ kind }) => kind !== RESIDUE)).toEqual([]);
      if (attacked.harvest.length > 0) expect(report.targets).toBeGreaterThan(400);
    });
    expect(programmes).toBeGreaterThan(0);
  });

  it('is nothing at all for a team of four', () => {
    const units = publishAll(syntheticOrganisation(FIXTURES['a team of four']), RULES, SECRET);
    expect(units.map((unit) => attackedUnit(unit).harvest)).toEqual(units.map(() => []));
    expect(units.flatMap(({ hours }) => hours)).toEqual([]);
  });

  it('goes on in the new unit after a reorganisation, and no reflection is posted twice', () => {
    const units = publishAll(syntheticOrganisation(FIXTURES['two units become siblings']), RULES, SECRET);
    expect(units.map(({ unit }) => unit)).toEqual(['team-1', 'team-2', 'team-1+team-2']);
    const posted = units.flatMap(({ blocks }) => blocks.flatMap(({ received }) => received));
    expect(units.every(({ blocks }) => blocks.length > 1)).toBe(true);
    expect(new Set(posted).size).toBe(posted.length);
  });
});
