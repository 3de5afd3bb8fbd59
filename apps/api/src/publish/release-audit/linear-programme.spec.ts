import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Highs } from 'highs';
import { z } from 'zod';
import { LinearProgramme, type Column, type Row } from './linear-programme.js';

/** The types of the package describe its CommonJS build, in which the loader stands one level deeper. */
const loaderForm = z.custom<() => Promise<Highs>>((it) => typeof it === 'function');

let highs: Highs;
beforeAll(async () => {
  highs = await loaderForm.parse((await import('highs')).default)();
});

interface Problem {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly goals: readonly (readonly number[])[];
}

const bound = fc.constantFrom(1, 2, 5, Number.POSITIVE_INFINITY);
/** Rows around the sums of some hidden whole numbers, so that most programmes have an answer; now and then one is moved away. */
const problems: fc.Arbitrary<Problem> = fc.integer({ min: 2, max: 24 }).chain((size) =>
  fc
    .record({
      hidden: fc.array(fc.nat(4), { minLength: size, maxLength: size }),
      uppers: fc.array(bound, { minLength: size, maxLength: size }),
      rows: fc.array(fc.record({ weights: fc.array(fc.constantFrom(0, 0, 1, 1, -1), { minLength: size, maxLength: size }), below: fc.constantFrom(0, 0, 1, 2), above: fc.constantFrom(0, 0, 1, 2, Number.POSITIVE_INFINITY), moved: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 9) }), { minLength: 1, maxLength: 16 }),
      goals: fc.array(fc.array(fc.constantFrom(0, 0, 1, -1), { minLength: size, maxLength: size }), { minLength: 3, maxLength: 6 }),
    })
    .map(({ hidden, uppers, rows, goals }) => ({
      columns: hidden.map((value, index) => ({ lower: index % 5 === 4 ? -1 : 0, upper: Math.max(value, uppers[index] ?? 1) })),
      rows: rows.map(({ weights, below, above, moved }) => {
        const sum = weights.reduce((total: number, weight, index) => total + weight * (hidden[index] ?? 0), 0) + moved;
        return { entries: weights.flatMap((weight, index) => (weight === 0 ? [] : [[index, weight] as const])), lower: sum - below, upper: sum + above };
      }),
      goals,
    })),
);

/** The answers of HiGHS: null for no solution at all. */
function answersOfHighs({ columns, rows, goals }: Problem): (number | null)[] {
  const unbounded = (value: number) => (value === Number.POSITIVE_INFINITY ? highs.infinity : value);
  const starts = rows.reduce<number[]>((list, { entries }) => [...list, (list.at(-1) ?? 0) + entries.length], [0]);
  const entries = rows.flatMap((row) => row.entries);
  return goals.map((goal) =>
    highs.withModel(
      {
        numCols: columns.length,
        numRows: rows.length,
        colCost: goal.map((weight) => -weight),
        colLower: columns.map(({ lower }) => lower),
        colUpper: columns.map(({ upper }) => unbounded(upper)),
        rowLower: rows.map(({ lower }) => lower),
        rowUpper: rows.map(({ upper }) => unbounded(upper)),
        matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices: entries.map(([column]) => column), values: entries.map(([, value]) => value) },
      },
      (model) => {
        model.options.set({ output_flag: false, presolve: 'off' });
        model.run();
        const status = model.getModelStatus();
        if (status === highs.constants.modelStatus.infeasible) return null;
        return status === highs.constants.modelStatus.unbounded ? Number.POSITIVE_INFINITY : -model.getObjectiveValue();
      },
    ),
  );
}

describe('LinearProgramme', () => {
  it('gives the answers of HiGHS, one question after the other, and the same when there is none', () => {
    let feasible = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const programme = new LinearProgramme(problem.columns, problem.rows);
        const expected = answersOfHighs(problem);
        expect(programme.isFeasible).toBe(expected[0] !== null);
        if (!programme.isFeasible) return;
        feasible += 1;
        problem.goals.forEach((goal, index) => {
          const entries = goal.flatMap((weight, column) => (weight === 0 ? [] : [[column, weight] as const]));
          const answer = programme.largest(entries);
          if (answer === Number.POSITIVE_INFINITY) expect(expected[index]).toBe(answer);
          else expect(answer).toBeCloseTo(expected[index] ?? Number.NaN, 6);
        });
      }),
      { numRuns: 250, seed: 6 },
    );
    expect(feasible).toBeGreaterThan(80);
  });

  it('has a solution that meets every row and gives the answer', () => {
    fc.assert(
      fc.property(problems, ({ columns, rows, goals }) => {
        const programme = new LinearProgramme(columns, rows);
        if (!programme.isFeasible) return;
        for (const goal of goals) {
          const entries = goal.flatMap((weight, column) => (weight === 0 ? [] : [[column, weight] as const]));
          const answer = programme.largest(entries);
          if (answer === Number.POSITIVE_INFINITY) continue;
          const values = programme.solution();
          const sumOf = (of: Row['entries']) => of.reduce((sum, [column, weight]) => sum + weight * (values[column] ?? 0), 0);
          expect(sumOf(entries)).toBeCloseTo(answer, 6);
          for (const row of rows) {
            expect(sumOf(row.entries)).toBeGreaterThan(row.lower - 1e-6);
            expect(sumOf(row.entries)).toBeLessThan(row.upper + 1e-6);
          }
        }
      }),
      { numRuns: 250, seed: 7 },
    );
  });
});
