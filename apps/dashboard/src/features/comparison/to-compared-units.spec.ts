import { describe, expect, it } from '@jest/globals';
import type { ComparisonQuery } from '../../graphql/generated/graphql';
import { isOutside, toComparedUnits } from './to-compared-units';

type Comparison = ComparisonQuery['comparison'];

const word = (text: string) => ({ nl: text, en: text });

function comparison(units: Partial<Comparison['units']> = {}): ComparisonQuery {
  return {
    comparison: {
      from: '2026-07',
      through: '2026-09',
      units: {
        codes: ['a', 'b', 'c'], names: ['A', 'B', 'C'], heldFrom: ['2026-06', '2026-07', '2026-07'], states: ['SHOWN', 'WITHHELD', 'ABSENT'],
        reflections: [44, null, null], numerators: [12, null, null], denominators: [40, null, null], bands: [null, null, null],
        positions: ['ABOVE_95', null, null], standsOut: [false, null, null], lower95: [0.1, null, null], upper95: [0.25, null, null],
        ratios: [1.2, null, null], ratioLower: [0.8, null, null], ratioUpper: [1.7, null, null], sentences: [word('A.'), word('B.'), word('C.')],
        ...units,
      },
      compared: 6, isPartOfPlace: false,
      whole: { state: 'SHOWN', reflections: 90, numerator: 20, denominator: 80, coverageSentence: word('1 van 3') },
      funnel: null, sentence: null, allowingFor: null, breakdowns: [],
    },
  };
}

describe('toComparedUnits', () => {
  it('makes one entry per unit; withheld and absent hold no number', () => {
    const { units } = toComparedUnits(comparison());
    expect(units[0]).toMatchObject({ name: 'A', heldFrom: '2026-06', ratio: { ratio: 1.2, lower: 0.8, upper: 1.7 }, figure: { state: 'shown', share: 0.3, place: { position: 'ABOVE_95', lower: 0.1, upper: 0.25 } } });
    expect(units.slice(1).map(({ figure, ratio }) => [figure, ratio])).toEqual([[{ state: 'withheld' }, null], [{ state: 'absent' }, null]]);
    expect(units.map(isOutside)).toEqual([true, false, false]);
  });

  it('has no share of a denominator of 0, and no place without lines', () => {
    const { units } = toComparedUnits(comparison({ numerators: [0, null, null], denominators: [0, null, null], positions: [null, null, null] }));
    expect(units[0]?.figure).toMatchObject({ share: null, place: null });
  });

  it.each<[string, Partial<Comparison['units']>]>([
    ['a unit without a name', { names: ['A'] }],
    ['a unit without words', { sentences: [] }],
    ['a shown unit without a count', { numerators: [null, null, null] }],
    ['a shown unit without its n', { reflections: [null, null, null] }],
    ['a state too few', { states: ['SHOWN'] }],
    ['a month that is none', { heldFrom: ['soon', '2026-07', '2026-07'] }],
  ])('refuses %s', (_what, units) => {
    expect(() => toComparedUnits(comparison(units))).toThrow();
  });
});
