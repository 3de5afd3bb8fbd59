import { describe, expect, it } from '@jest/globals';
import { parseMonth } from '../period/month.js';
import type { Quarter } from '../period/quarter.js';
import type { Result } from '../shared/result.js';
import { parseOrganisationCode, parseTeamCode, parseUnitCode, type OrganisationCode, type TeamCode, type UnitCode } from './place-codes.js';
import type { PublishedCell, WithheldCell } from './published-cell.js';
import { isInScope, scopeOf, type Scope } from './scope.js';

// The compiler is the test here: `tsc -p tsconfig.spec.json` refuses a line below that expects an error and gets none.
function parsed<Value>(value: Value | null): Value {
  if (value === null) throw new Error('no value');
  return value;
}

const organisation = parsed(parseOrganisationCode('noorderlicht'));
const team = parsed(parseTeamCode('noord'));
const unit = parsed(parseUnitCode('noord'));

describe('the types of publication', () => {
  it('give a withheld cell no numerator', () => {
    const withheld: WithheldCell = { state: 'withheld' };
    // @ts-expect-error a withheld cell has no numerator
    expect(withheld.numerator).toBeUndefined();
    const cell: PublishedCell = { state: 'withheld' };
    // @ts-expect-error nor has a cell whose state was not looked at
    expect(cell.denominator).toBeUndefined();
  });

  it('take no raw text for a code, and no code for that of another place', () => {
    // @ts-expect-error text becomes a team code through parseTeamCode only
    const raw: TeamCode = 'noord';
    // @ts-expect-error a team is no unit: it may be published with its sibling
    const teamAsUnit: UnitCode = team;
    // @ts-expect-error a team is no organisation
    const teamAsOrganisation: OrganisationCode = team;
    // @ts-expect-error a code that may be refused has to be looked at
    const unchecked: TeamCode = parseTeamCode('noord');
    expect([raw, teamAsUnit, teamAsOrganisation, unchecked]).toHaveLength(4);
  });

  it('take no list for a scope, empty or not, and nothing left out for everything', () => {
    // @ts-expect-error an empty list is no scope
    const empty: Scope = [];
    // @ts-expect-error a scope has at least one unit
    const none: Scope = { organisation, units: [] };
    // @ts-expect-error a scope is made by scopeOf only
    const handmade: Scope = { organisation, units: [unit] };
    // @ts-expect-error a scope that may be empty has to be looked at
    const unchecked: Scope = scopeOf(organisation, [unit]);
    const wrong = [
      // @ts-expect-error leaving the units out does not mean all of them
      () => scopeOf(organisation),
      // @ts-expect-error a question without a scope is none
      () => isInScope(undefined, organisation, unit),
    ];
    expect([empty, none, handmade, unchecked, ...wrong]).toHaveLength(6);
  });

  it('keep a month from being read as a quarter', () => {
    const month = parsed(parseMonth('2026-05'));
    // @ts-expect-error a month is no quarter
    const quarter: Quarter = month;
    expect(quarter).toBe('2026-05');
  });

  it('want a result looked at before its value is read', () => {
    const value = (result: Result<number, 'NOT_FOUND'>): unknown =>
      // @ts-expect-error it may be a failure
      result.value;
    const fault = (result: Result<number, 'NOT_FOUND'>): unknown =>
      // @ts-expect-error it may be a success
      result.fault;
    const narrowed = (result: Result<number, 'NOT_FOUND'>): number | 'NOT_FOUND' => (result.ok ? result.value : result.fault);
    expect([value({ ok: true, value: 1 }), fault({ ok: false, fault: 'NOT_FOUND' }), narrowed({ ok: false, fault: 'NOT_FOUND' })]).toEqual([1, 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('want every code of a fault answered', () => {
    const answer = (fault: 'NOT_FOUND' | 'EMPTY_SCOPE'): string => {
      switch (fault) {
        case 'NOT_FOUND':
          return 'no such place';
        default: {
          // @ts-expect-error EMPTY_SCOPE was forgotten
          const forgotten: never = fault;
          return forgotten;
        }
      }
    };
    expect(answer('EMPTY_SCOPE')).toBe('EMPTY_SCOPE');
  });
});
