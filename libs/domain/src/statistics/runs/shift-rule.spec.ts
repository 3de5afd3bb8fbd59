import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findShifts } from './shift-rule.js';

type Side = 1 | -1 | 0 | null;

/** Looks left and right of every point by itself. */
function findShiftsPlainly(sides: readonly Side[]): boolean[] {
  return sides.map((side, index) => {
    if (side !== 1 && side !== -1) return false;
    const before = [...sides.slice(0, index)].reverse();
    const after = sides.slice(index + 1);
    const lengthOf = (run: readonly Side[]) => {
      const end = run.findIndex((other) => other !== side);
      return end === -1 ? run.length : end;
    };
    return lengthOf(before) + 1 + lengthOf(after) >= 7;
  });
}

const side = fc.oneof(
  { arbitrary: fc.constant<Side>(1), weight: 10 },
  { arbitrary: fc.constant<Side>(-1), weight: 2 },
  { arbitrary: fc.constant<Side>(0), weight: 1 },
  { arbitrary: fc.constant<Side>(null), weight: 1 },
);
const times = (length: number, value: Side): Side[] => Array.from({ length }, () => value);
const marks = (length: number, value: boolean): boolean[] => Array.from({ length }, () => value);

describe('findShifts', () => {
  it('marks all seven of seven in a row, on either side', () => {
    expect(findShifts(times(7, 1))).toEqual(marks(7, true));
    expect(findShifts(times(7, -1))).toEqual(marks(7, true));
  });

  it('leaves six in a row unmarked', () => {
    expect(findShifts(times(6, 1))).toEqual(marks(6, false));
    expect(findShifts([...times(6, 1), -1])).toEqual(marks(7, false));
  });

  it('marks the run and nothing beside it', () => {
    expect(findShifts([-1, ...times(8, 1), -1, -1])).toEqual([false, ...marks(8, true), false, false]);
  });

  it('breaks a run at a point on the centre', () => {
    expect(findShifts([...times(4, 1), 0, ...times(4, 1)])).toEqual(marks(9, false));
  });

  it('breaks a run where no run may pass', () => {
    expect(findShifts([...times(6, -1), null, ...times(6, -1)])).toEqual(marks(13, false));
  });

  it('never takes points on the centre, or periods without a figure, for a shift', () => {
    expect(findShifts(times(9, 0))).toEqual(marks(9, false));
    expect(findShifts(times(9, null))).toEqual(marks(9, false));
  });

  it('finds nothing in nothing', () => {
    expect(findShifts([])).toEqual([]);
  });

  it('agrees with looking left and right of every point', () => {
    fc.assert(
      fc.property(fc.array(side, { maxLength: 60 }), (sides) => {
        expect(findShifts(sides)).toEqual(findShiftsPlainly(sides));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same read backwards and with the sides exchanged', () => {
    const exchanged = (value: Side): Side => {
      if (value === 1) return -1;
      return value === -1 ? 1 : value;
    };
    fc.assert(
      fc.property(fc.array(side, { maxLength: 60 }), (sides) => {
        const found = findShifts(sides);
        expect(findShifts([...sides].reverse())).toEqual([...found].reverse());
        expect(findShifts(sides.map(exchanged))).toEqual(found);
      }),
    );
  });
});
