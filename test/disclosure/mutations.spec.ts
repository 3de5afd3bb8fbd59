import { describe, expect, it } from '@jest/globals';
import { MUTATIONS, organisationOf } from './mutations.js';
import { attackUnit } from '@rolvast/api/release-audit/unit-attack.js';

const SECRET = 1;

describe('the attacker notices', () => {
  it.each(MUTATIONS)('$name, in the organisation "$fixture"', (mutation) => {
    const found = mutation.expose(organisationOf(mutation), SECRET).flatMap(({ attacked, families }) => attackUnit(attacked, { families, modes: ['guessing', 'knowing'], addsUpBlocks: false }).disclosures.map(({ kind }) => kind));
    expect(found).toContain(mutation.discloses);
    // What it finds holds: the weakened publication is one that could have been, and no bound misses the truth.
    expect(found).not.toContain('infeasible publication');
    expect(found).not.toContain('bound that misses the truth');
  });
});
