import { adjustPValues, rejectedAt, type Adjustment } from '@rolvast/domain/statistics';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';
import { gappedListSchema, valueOf } from './number-list.js';

const inputSchema = z.object({ p: gappedListSchema });
const ADJUSTMENTS: Readonly<Record<string, Adjustment>> = { BH: 'bh', BY: 'by', holm: 'holm' };
/** Such as `reject_BH_10`: rejected at 10 %. */
const REJECTED = /^reject_([A-Za-z]+)_(\d+)$/;

/** p-values adjusted in the ways that the vector expects, and what is rejected at a level. */
export const multiplicityRecipe: Recipe = {
  kind: 'multiple testing',
  answers: ({ input, expected }) => {
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success || !('BH' in expected || 'BY' in expected || 'holm' in expected)) return null;
    const { p } = parsed.data;
    const answers = Object.keys(expected).map((field): readonly [string, unknown] => {
      const [, rejectedBy, percent] = REJECTED.exec(field) ?? [];
      const adjustment = ADJUSTMENTS[rejectedBy ?? field];
      if (adjustment === undefined) return [field, undefined];
      const answer = percent === undefined ? adjustPValues(p, adjustment) : rejectedAt(p, adjustment, Number(percent) / 100);
      return [field, valueOf<readonly unknown[]>(answer)];
    });
    return Object.fromEntries(answers);
  },
};
