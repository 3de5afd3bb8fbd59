import { bernoulliCusum, binomialCusum } from '@rolvast/domain';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';

const binomialInput = z.strictObject({ x: z.array(z.number().nullable()), n: z.array(z.number().nullable()), p0: z.number(), odds_ratio: z.number(), h: z.number() });
const bernoulliInput = z.strictObject({ x: z.array(z.number()), target: z.number(), or: z.number().optional(), limit: z.number().optional() });

/** What the reference takes when a vector leaves it out. */
const USUAL = { ratio: 2, limit: 3.5 };

/** surveillance::categoricalCUSUM on counts of counts. */
export const binomialCusumRecipe: Recipe = {
  kind: 'binomial CUSUM',
  answers: ({ input }) => {
    const parsed = binomialInput.safeParse(input);
    if (!parsed.success) return null;
    const { x, n, p0, odds_ratio: ratio, h } = parsed.data;
    const points = x.map((numerator, index) => {
      const denominator = n[index] ?? null;
      return numerator === null || denominator === null ? null : { numerator, denominator };
    });
    const path = binomialCusum(points, { baseline: p0, ratio, limit: h });
    return path.ok ? { cusum: path.value.evidence, alarm: path.value.signals } : { fault: path.fault };
  },
};

/** qicharts2::bchart on single cases. */
export const bernoulliCusumRecipe: Recipe = {
  kind: 'Bernoulli CUSUM',
  answers: ({ input, expected }) => {
    const parsed = bernoulliInput.safeParse(input);
    if (!parsed.success || !('cusum_up' in expected || 'cusum_down' in expected || 'p1' in expected)) return null;
    const { x, target, or: ratio = USUAL.ratio, limit = USUAL.limit } = parsed.data;
    const path = bernoulliCusum(x, { target, ratio, limit });
    if (!path.ok) return { fault: path.fault };
    const { usual, risen, fallen, up, down, signalsUp, signalsDown } = path.value;
    return { p0: usual, p1: risen, p2: fallen, cusum_up: up, cusum_down: down, signal_up: signalsUp, signal_down: signalsDown };
  },
};
