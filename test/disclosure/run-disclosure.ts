import type { DisclosureKind } from '@rolvast/api/release-audit/attack.js';
import { allPairs, linkedFamilies } from '@rolvast/api/release-audit/families.js';
import { FIXTURE_NAMES, FIXTURES, PLACE_FIXTURE_NAMES, type FixtureName } from './fixtures.js';
import { attackHours } from '@rolvast/api/release-audit/hours-attack.js';
import { publishAll } from './organisation-in-memory.js';
import { publishPlaces } from './places-in-memory.js';
import { syntheticOrganisation } from './synthetic-organisation.js';
import { FIELD_FAMILY, placeFamilies } from '@rolvast/api/release-audit/place-families.js';
import { attackedPlaces, attackedUnit, attackUnit } from '@rolvast/api/release-audit/unit-attack.js';
import { RULES } from './weakened.js';

/** What a long run tried and found. */
export interface DisclosureCounts {
  readonly units: number;
  readonly programmes: number;
  readonly targets: number;
  /** Must be 0. */
  readonly disclosures: number;
  /** The known residue, counted apart. */
  readonly residue: number;
}

const RESIDUE: DisclosureKind = 'residue: insider, no other';
/** Each turn attacks other pitfalls together with another list; after so many all have been. */
const TURNS = 15;
const PLACE_TURNS = 4;
const NONE: DisclosureCounts = { units: 0, programmes: 0, targets: 0, disclosures: 0, residue: 0 };

/**
 * Attacks every fixture with every pair of questions and lists and all that is linked.
 *
 * @param seeds how many organisations of each fixture.
 * @param say is given one line for each unit.
 */
export function runDisclosure(seeds: number, say: (line: string) => void): DisclosureCounts {
  const families = [...allPairs(), ...Array.from({ length: TURNS }, (_, turn) => linkedFamilies(turn)).flat()];
  let total = NONE;
  for (const name of FIXTURE_NAMES) {
    for (let seed = 0; seed < seeds; seed += 1) {
      const organisation = syntheticOrganisation({ ...FIXTURES[name], seed: FIXTURES[name].seed + 1_000 * seed });
      for (const unit of publishAll(organisation, RULES, seed + 1)) {
        const { disclosures, programmes, targets } = attackUnit(attackedUnit(unit), { families, modes: ['guessing', 'knowing'], addsUpBlocks: true });
        const residue = disclosures.filter(({ kind }) => kind === RESIDUE).length;
        const found = [...disclosures.filter(({ kind }) => kind !== RESIDUE), ...attackHours(unit)];
        total = { units: total.units + 1, programmes: total.programmes + programmes, targets: total.targets + targets, disclosures: total.disclosures + found.length, residue: total.residue + residue };
        say(`${name}, seed ${seed}, ${unit.unit}: ${targets} targets, ${found.length} disclosures, residue ${residue}`);
        for (const one of found.slice(0, 5)) say(`  ${JSON.stringify(one)}`);
      }
    }
  }
  for (const name of PLACE_FIXTURE_NAMES) {
    for (let seed = 0; seed < seeds; seed += 1) total = added(total, runPlaces(name, seed, say));
  }
  return total;
}

/** Four units, the region of three of them and the organisation, all together. */
function runPlaces(name: FixtureName, seed: number, say: (line: string) => void): DisclosureCounts {
  const organisation = syntheticOrganisation({ ...FIXTURES[name], teams: 4, months: 6, seed: FIXTURES[name].seed + 1_000 * seed });
  const units = publishAll(organisation, RULES, seed + 1);
  const wider = publishPlaces(organisation, units, RULES, seed + 1);
  const families = [FIELD_FAMILY, ...Array.from({ length: PLACE_TURNS }, (_, turn) => placeFamilies(turn)).flat()];
  const { disclosures, programmes, targets } = attackUnit(attackedPlaces(units, wider), { families, modes: ['guessing', 'knowing'], addsUpBlocks: false });
  const found = disclosures.filter(({ kind }) => kind !== RESIDUE);
  say(`${name}, seed ${seed}, all places: ${targets} targets, ${found.length} disclosures, residue ${disclosures.length - found.length}`);
  for (const one of found.slice(0, 5)) say(`  ${JSON.stringify(one)}`);
  return { units: units.length, programmes, targets, disclosures: found.length, residue: disclosures.length - found.length };
}

function added(one: DisclosureCounts, other: DisclosureCounts): DisclosureCounts {
  return { units: one.units + other.units, programmes: one.programmes + other.programmes, targets: one.targets + other.targets, disclosures: one.disclosures + other.disclosures, residue: one.residue + other.residue };
}
