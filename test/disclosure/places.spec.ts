import { describe, expect, it } from '@jest/globals';
import type { DisclosureKind } from '@rolvast/api/release-audit/attack.js';
import { placeFamilies } from '@rolvast/api/release-audit/place-families.js';
import { attackedPlaces, attackUnit } from '@rolvast/api/release-audit/unit-attack.js';
import { FIXTURES, PLACE_FIXTURE_NAMES } from './fixtures.js';
import { publishAll } from './organisation-in-memory.js';
import { publishPlaces } from './places-in-memory.js';
import { syntheticOrganisation } from './synthetic-organisation.js';
import { RULES } from './weakened.js';

const SECRET = 5;
const RESIDUE: DisclosureKind = 'residue: insider, no other';
/** Of what is attacked over all places each fixture tries one in so many; `npm run test:disclosure` tries all. */
const SHARE_OF_FAMILIES = 4;

describe('what units, their regions and the organisation publish together', () => {
  it.each(PLACE_FIXTURE_NAMES.map((name, index) => [name, index] as const))('tells nothing about anybody to somebody who may see all of it: %s', (name, index) => {
    const organisation = syntheticOrganisation({ ...FIXTURES[name], teams: 4, months: 6 });
    const units = publishAll(organisation, RULES, SECRET);
    const wider = publishPlaces(organisation, units, RULES, SECRET);
    // Three units make a region; a fourth, alone in another, must not be found by taking the region off the organisation.
    expect(wider.map(({ unit, blocks }) => [unit, blocks.length > 0])).toEqual([['region-1', true], ['region-2', false], ['organisation', true]]);
    const families = placeFamilies(index).filter((_, at) => at % SHARE_OF_FAMILIES === index % SHARE_OF_FAMILIES);
    const { disclosures, targets } = attackUnit(attackedPlaces(units, wider), { families, modes: ['guessing', 'knowing'], addsUpBlocks: false });
    expect(disclosures.filter(({ kind }) => kind !== RESIDUE)).toEqual([]);
    expect(targets).toBeGreaterThan(500);
  });
});
