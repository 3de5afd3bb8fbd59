import { describe, expect, it } from '@jest/globals';
import type { PitfallMapQuery } from '../../graphql/generated/graphql';
import { toMapRows } from './to-map-rows';

type Pitfall = PitfallMapQuery['pitfallMap']['pitfalls'][number];

const word = (text: string) => ({ nl: text, en: text });

function pitfall(change: Partial<Pitfall>): Pitfall {
  const column: Pitfall = { measure: 'PITFALL_X', name: word('X'), rolePart: word('rol'), principles: [], isBand: false, from: '2026-07', through: '2026-09', states: ['SHOWN'], numerators: [6], denominators: [40], bands: [null], changes: ['MORE'] };
  return { ...column, ...change };
}

function cellsOf(change: Partial<Pitfall>, units = 1) {
  const names = Array.from({ length: units }, (_, index) => `Team ${index}`);
  return toMapRows({ pitfallMap: { from: '2026-07', through: '2026-09', units: { codes: names, names }, pitfalls: [pitfall(change)] } }).rows.map(({ cells }) => cells[0]);
}

describe('toMapRows', () => {
  it('keeps change, withheld, absent and not there yet apart, and only the first has numbers', () => {
    const cells = cellsOf({ states: ['SHOWN', 'WITHHELD', 'ABSENT', null], numerators: [6, null, null, null], denominators: [40, null, null, null], bands: [null, null, null, null], changes: ['FEWER', null, null, null] }, 4);
    expect(cells).toEqual([{ kind: 'change', change: 'FEWER', numerator: 6, denominator: 40, band: null }, { kind: 'withheld' }, { kind: 'absent' }, { kind: 'not-there' }]);
  });

  it('reads a rare pitfall as its band with its n, and no count', () => {
    expect(cellsOf({ isBand: true, numerators: [null], bands: [{ from: 4, through: null }], changes: [null] })).toEqual([{ kind: 'rare', band: { from: 4, through: null }, denominator: 40 }]);
  });

  it('says that a question was not answered where nobody considered it', () => {
    expect(cellsOf({ denominators: [0], numerators: [0], changes: [null] })).toEqual([{ kind: 'not-asked' }]);
  });

  it.each<[string, Partial<Pitfall>]>([
    ['a cell too few', { states: [] }],
    ['a shown cell without its size', { denominators: [null] }],
    ['a shown cell without its count', { numerators: [null] }],
    ['a shown cell without a change', { changes: [null] }],
    ['a rare cell without a band', { isBand: true }],
    ['months that are none', { from: 'spring' }],
  ])('refuses %s', (_what, change) => {
    expect(() => cellsOf(change)).toThrow();
  });
});
