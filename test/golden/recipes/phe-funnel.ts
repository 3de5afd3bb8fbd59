import { z } from 'zod';
import { ordinaryExpected, pheRateFunnel, pheRatioFunnel, pheShareFunnel, type FunnelLimits, type PheFunnel, type PheUnit } from '@rolvast/domain/statistics';
import type { Recipe } from '../golden-vector.js';
import { numberListSchema, optionSchema } from './number-list.js';

const pooledSchema = z.object({
  numerator: numberListSchema,
  denominator: numberListSchema,
  statistic: optionSchema(z.enum(['proportion', 'ratio', 'rate']), 'proportion'),
  rate_type: optionSchema(z.enum(['crude', 'dsr']), 'crude'),
});
const ratioSchema = z.object({ observed: numberListSchema, expected_events: numberListSchema, limit_obs: optionSchema(numberListSchema, []) });

const SIGNIFICANCE: Readonly<Record<PheUnit['position'], string>> = {
  'below-998': 'Low (0.001)',
  'below-95': 'Low (0.025)',
  inside: 'Not significant',
  'above-95': 'High (0.025)',
  'above-998': 'High (0.001)',
  'not-applicable': 'Not applicable for events less than 10 for dsrs',
};

/** Shares (or ratios, or rates) around what they have in common, as PHEindicatormethods places them. */
export const phePooledVectors: Recipe = {
  kind: 'PHE funnel of one statistic',
  answers: ({ input, expected }) => {
    const parsed = pooledSchema.safeParse(input);
    if (!parsed.success || !('significance' in expected)) return null;
    const result = funnelOf(parsed.data);
    if (!result.ok) return { refused: result.fault.code };
    return { average: result.value.average, ...lines('', result.value), significance: significance(result.value) };
  },
};

/** Observed over expected, with the expected counts at which lines are drawn. */
export const pheRatioVectors: Recipe = {
  kind: 'PHE funnel of ratios',
  answers: ({ input }) => {
    const parsed = ratioSchema.safeParse(input);
    if (!parsed.success) return null;
    const { observed, expected_events: expected, limit_obs: drawn } = parsed.data;
    const result = pheRatioFunnel(observed.map((x, unit) => ({ numerator: x, denominator: expected[unit] ?? 0 })));
    if (!result.ok) return { refused: result.fault.code };
    const bounds = drawn.map(ordinaryExpected);
    return {
      ...lines('ratio_', result.value),
      significance: significance(result.value),
      exp_for_lower95: bounds.map(({ to95 }) => to95),
      exp_for_upper95: bounds.map(({ from95 }) => from95),
      exp_for_lower998: bounds.map(({ to998 }) => to998),
      exp_for_upper998: bounds.map(({ from998 }) => from998),
    };
  },
};

function funnelOf({ numerator, denominator, statistic, rate_type: rateType }: z.infer<typeof pooledSchema>): ReturnType<typeof pheShareFunnel> {
  const points = numerator.map((x, unit) => ({ numerator: x, denominator: denominator[unit] ?? 0 }));
  switch (statistic) {
    case 'proportion':
      return pheShareFunnel(points);
    case 'ratio':
      return pheRatioFunnel(points);
    case 'rate':
      return pheRateFunnel(points, rateType === 'dsr' ? 'direct' : 'crude');
  }
}

function lines(prefix: string, { units }: PheFunnel): Readonly<Record<string, readonly (number | null)[]>> {
  const line = (name: keyof FunnelLimits) => units.map((unit) => unit?.limits[name] ?? null);
  return {
    [`${prefix}lower95`]: line('lower95'),
    [`${prefix}upper95`]: line('upper95'),
    [`${prefix}lower998`]: line('lower998'),
    [`${prefix}upper998`]: line('upper998'),
  };
}

function significance({ units }: PheFunnel): readonly (string | null)[] {
  return units.map((unit) => (unit === null ? null : SIGNIFICANCE[unit.position]));
}
