import { bernoulliCusum, binomialCusum } from '@rolvast/domain/statistics';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';
import { gappedListSchema, numberListSchema, optionSchema } from './number-list.js';

const binomialInput = z.object({ x: gappedListSchema, n: gappedListSchema, p0: z.number(), odds_ratio: z.number(), h: z.number() });
const bernoulliInput = z.object({ x: numberListSchema, target: z.number(), or: optionSchema(z.number(), 2), limit: optionSchema(z.number(), 3.5) });

/** surveillance::categoricalCUSUM on counts of counts. */
export const binomialCusumRecipe: Recipe = {
  kind: 'binomial CUSUM',
  answers: ({ input }) => {
    const parsed = binomialInput.safeParse(input);
    if (!parsed.success) return null;
    const { x, n, p0, odds_ratio: ratio, h } = parsed.data;
    const points = x.map((numerator, index) => {
      const denominator = (n.length === 1 ? n[0] : n[index]) ?? null;
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
    const { x, target, or: ratio, limit } = parsed.data;
    const path = bernoulliCusum(x, { target, ratio, limit });
    if (!path.ok) return { fault: path.fault };
    const { usual, risen, fallen, up, down, signalsUp, signalsDown } = path.value;
    return { p0: usual, p1: risen, p2: fallen, cusum_up: up, cusum_down: down, signal_up: signalsUp, signal_down: signalsDown };
  },
};
