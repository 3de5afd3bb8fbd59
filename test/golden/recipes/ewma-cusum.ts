import { ewma, tabularCusum } from '@rolvast/domain/statistics';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';
import { numberListSchema, optionSchema, valueOf } from './number-list.js';

const inputSchema = z.object({
  z: numberListSchema,
  lambda: z.number(),
  nsigmas: z.number(),
  decision_interval: z.number(),
  se_shift: z.number(),
  center: optionSchema(z.number(), 0),
  std_dev: optionSchema(z.number(), 1),
});

/** An EWMA and a tabular CUSUM of one series; violations are those of the CUSUM, counted from 1. */
export const ewmaCusumRecipe: Recipe = {
  kind: 'EWMA and tabular CUSUM',
  answers: (vector) => {
    const input = inputSchema.safeParse(vector.input);
    if (!input.success) return null;
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
      violations: { lower: outside('below'), upper: outside('above') },
    };
  },
};
