import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseOrganisationCode, parseRegionCode, parseTeamCode, parseUnitCode, type OrganisationCode, type UnitCode } from './place-codes.js';
import { isInScope, scopeOf } from './scope.js';

function organisation(text: string): OrganisationCode {
  const code = parseOrganisationCode(text);
  if (code === null) throw new Error(`no code: ${text}`);
  return code;
}

function unit(text: string): UnitCode {
  const code = parseUnitCode(text);
  if (code === null) throw new Error(`no code: ${text}`);
  return code;
}

const NOORD = organisation('noorderlicht');
const units = fc.array(fc.constantFrom('a', 'b', 'c-1', 'd').map(unit));

describe('scopeOf', () => {
  it('refuses a scope of nothing instead of taking it for everything', () => {
    expect(scopeOf(NOORD, [])).toEqual({ ok: false, fault: 'EMPTY_SCOPE' });
  });

  it('holds what was granted, once, and nothing else', () => {
    fc.assert(
      fc.property(units, (granted) => {
        const scope = scopeOf(NOORD, granted);
        expect(scope.ok).toBe(granted.length > 0);
        if (!scope.ok) return;
        expect(scope.value.units).toEqual([...new Set(granted)].sort());
        for (const code of ['a', 'b', 'c-1', 'd', 'e'].map(unit)) expect(isInScope(scope.value, NOORD, code)).toBe(granted.includes(code));
      }),
    );
  });

  it('ends at the organisation: the same code elsewhere is another unit', () => {
    const scope = scopeOf(NOORD, [unit('a')]);
    expect(scope.ok && isInScope(scope.value, organisation('elders'), unit('a'))).toBe(false);
  });
});

describe('the code of a place', () => {
  it.each(['a', '0', 'ambulant-noord', 'a'.repeat(63)])('may be %s', (text) => {
    expect([parseOrganisationCode(text), parseRegionCode(text), parseTeamCode(text), parseUnitCode(text)]).toEqual([text, text, text, text]);
  });

  it.each(['', '-a', 'Noord', 'a b', 'a_b', 'a'.repeat(64), 'é', 'a\n', '*', '%'])('may not be %j', (text) => {
    expect([parseOrganisationCode(text), parseRegionCode(text), parseTeamCode(text), parseUnitCode(text)]).toEqual([null, null, null, null]);
  });
});
