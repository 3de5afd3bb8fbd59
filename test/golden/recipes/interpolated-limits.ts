import { z } from 'zod';
import { interpolatedRatioLimit, interpolatedShareLimit, wholeCountLimit } from '@rolvast/domain/statistics';
import type { Recipe } from '../golden-vector.js';
import { numberListSchema } from './number-list.js';

const inputSchema = z.object({
  n: numberListSchema,
  theta: z.number(),
  expected_events: numberListSchema,
  p: numberListSchema,
});

/** Interpolated exact limits (Spiegelhalter): a row per probability, a column per size. */
export const interpolatedLimits: Recipe = {
  kind: 'interpolated exact funnel limits',
  answers: ({ input }) => {
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) return null;
    const { n, theta, expected_events: expected, p } = parsed.data;
    return {
      binomial: p.map((below) => n.map((trials) => interpolatedShareLimit(below, trials, theta))),
      poisson_ratio: p.map((below) => expected.map((events) => interpolatedRatioLimit(below, events))),
      binomial_integer_quantile: p.map((below) => n.map((trials) => wholeCountLimit(below, trials, theta))),
    };
  },
};
