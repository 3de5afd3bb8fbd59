import { z } from 'zod';
import type { Result } from '@rolvast/domain';
import { byarInterval, countInterval, exactShareInterval, parseConfidenceLevel, wilsonInterval } from '@rolvast/domain/statistics';
import type { Recipe } from '../golden-vector.js';
import { numberListSchema } from './number-list.js';

const inputSchema = z.object({ x: numberListSchema, n: numberListSchema, confidence: z.number() });

/** Intervals for x of n, for the count x, and for the rate x / n. */
export const intervalVectors: Recipe = {
  kind: 'intervals of counts and shares',
  answers: ({ input }) => {
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) return null;
    const { x, n, confidence } = parsed.data;
    const level = parseConfidenceLevel(confidence);
    if (!level.ok) return { refused: level.fault.code };
    const size = (row: number) => n[row] ?? 0;
    const wilson = x.map((count, row) => found(wilsonInterval(count, size(row), level.value)));
    const clopper = x.map((count, row) => found(exactShareInterval(count, size(row), level.value)));
    const byar = x.map((count) => found(byarInterval(count, level.value)));
    const rate = x.map((count) => found(countInterval(count, level.value)));
    return {
      proportion: x.map((count, row) => per(count, size(row))),
      wilson_lower: wilson.map((ends) => ends?.lower ?? null),
      wilson_upper: wilson.map((ends) => ends?.upper ?? null),
      byars_lower: byar.map((ends) => ends?.lower ?? null),
      byars_upper: byar.map((ends) => ends?.upper ?? null),
      rate_lower: rate.map((ends, row) => per(ends?.lower, size(row))),
      rate_upper: rate.map((ends, row) => per(ends?.upper, size(row))),
      rate_method: rate.map((ends) => (ends?.method === 'byar' ? 'Byars' : 'Exact')),
      clopper_lower: clopper.map((ends) => ends?.lower ?? null),
      clopper_upper: clopper.map((ends) => ends?.upper ?? null),
    };
  },
};

function per(events: number | undefined, size: number): number | null {
  return events === undefined || size === 0 ? null : events / size;
}

function found<Value>(result: Result<Value, unknown>): Value | null {
  return result.ok ? result.value : null;
}
