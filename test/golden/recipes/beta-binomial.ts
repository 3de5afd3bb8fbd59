import { betaBinomialAtLeast, betaBinomialAtMost, betaBinomialPmf } from '@rolvast/domain/statistics';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';
import { itemAt, numberListSchema } from './number-list.js';

const inputSchema = z.object({ x: numberListSchema, n: numberListSchema, alpha: numberListSchema, beta: numberListSchema });

/** The beta-binomial predictive distribution, point by point. */
export const betaBinomialRecipe: Recipe = {
  kind: 'beta-binomial predictive',
  answers: ({ input, expected }) => {
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success || !('pmf' in expected || 'p_le' in expected || 'p_ge' in expected)) return null;
    const { x, n, alpha, beta } = parsed.data;
    const along = (answer: (count: number, trials: number, a: number, b: number) => number) =>
      x.map((count, at) => answer(count, itemAt(n, at), itemAt(alpha, at), itemAt(beta, at)));
    return {
      pmf: along((count, trials, a, b) => betaBinomialPmf(trials, a, b)[count] ?? 0),
      p_le: along(betaBinomialAtMost),
      p_ge: along(betaBinomialAtLeast),
    };
  },
};
