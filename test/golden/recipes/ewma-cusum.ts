import { ewma, tabularCusum } from '@rolvast/domain';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';
import { inTheFormOf, valueOf } from './number-list.js';

const inputSchema = z.object({
  z: z.array(z.number()),
  lambda: z.number(),
  nsigmas: z.number(),
  decision_interval: z.number(),
  se_shift: z.number(),
  center: z.number().default(0),
  std_dev: z.number().default(1),
});
const expectedSchema = z.object({ violations: z.object({ lower: z.unknown(), upper: z.unknown() }).default({ lower: [], upper: [] }) });

/** An EWMA and a tabular CUSUM of one series; violations are those of the CUSUM, counted from 1. */
export const ewmaCusumRecipe: Recipe = {
  kind: 'EWMA and tabular CUSUM',
  answers: (vector) => {
    const input = inputSchema.safeParse(vector.input);
    const expected = expectedSchema.safeParse(vector.expected);
    if (!input.success || !expected.success) return null;
    const { z: values, lambda, nsigmas, decision_interval, se_shift, center, std_dev } = input.data;
    const averages = valueOf(ewma(values, { weight: lambda, limitWidth: nsigmas, centre: center, deviation: std_dev }));
    const scores = values.map((value) => (value - center) / std_dev);
    const sums = valueOf(tabularCusum(scores, { decisionInterval: decision_interval, shift: se_shift }));
    const outside = (side: 'above' | 'below') => sums.flatMap((point, index) => (point?.signal === side ? [index + 1] : []));
    return {
      ewma: averages.map((point) => point?.value ?? null),
      ewma_limits: averages.map((point) => (point === null ? null : [point.lower, point.upper])),
      cusum_pos: sums.map((point) => point?.upper ?? null),
      cusum_neg: sums.map((point) => point?.lower ?? null),
      violations: {
        lower: inTheFormOf(expected.data.violations.lower, outside('below')),
        upper: inTheFormOf(expected.data.violations.upper, outside('above')),
      },
    };
  },
};
