import { z } from 'zod';
import { funnelPlotR, type FunnelLimits, type FunnelPlotROptions, type FunnelPlotRUnit } from '@rolvast/domain/statistics';
import type { Recipe } from '../golden-vector.js';
import { codeListSchema, codesAsWritten, codesInOrder, numberListSchema, optionSchema } from './number-list.js';

const inputSchema = z.object({
  numerator: numberListSchema,
  denominator: numberListSchema,
  group: codeListSchema,
  data_type: optionSchema(z.enum(['PR', 'SR', 'RC']), 'SR'),
  sr_method: optionSchema(z.enum(['SHMI', 'CQC']), 'SHMI'),
  limit: optionSchema(z.number(), 99),
  draw_adjusted: optionSchema(z.boolean(), true),
  draw_unadjusted: optionSchema(z.boolean(), false),
  trim_by: optionSchema(z.number(), 0.1),
});

type Input = z.infer<typeof inputSchema>;

const FIGURE = { PR: 'share', SR: 'ratio', RC: 'count-ratio' } as const;

/** Funnels as FunnelPlotR makes them: rows of one group are added up and groups sorted before the funnel. */
export const funnelPlotRVectors: Recipe = {
  kind: 'FunnelPlotR funnel',
  answers: ({ input, expected }) => {
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) return null;
    const groups = addUp(parsed.data, expected.group);
    const result = funnelPlotR(groups, optionsOf(parsed.data));
    if (!result.ok) return { refused: result.fault.code };
    const { phi, tau2, drawAdjusted, drawUnadjusted, units } = result.value;
    const placed = units.filter((unit): unit is FunnelPlotRUnit => unit !== null);
    return {
      group: codesAsWritten(groups.map(({ group }) => group), expected.group),
      numerator: groups.map(({ numerator }) => numerator),
      denominator: placed.map(({ denominator }) => denominator),
      rr: placed.map(({ figure }) => figure),
      z: placed.map((unit) => unit.z),
      z_trimmed: placed.map(({ trimmedZ }) => trimmedZ),
      phi,
      tau2,
      draw_adjusted: drawAdjusted,
      draw_unadjusted: drawUnadjusted,
      ...columns('', placed.map(({ unadjusted }) => unadjusted)),
      ...columns('OD_', placed.map(({ adjusted }) => adjusted)),
      outlier: placed.map(({ isOutside }) => (isOutside === null ? null : Number(isOutside))),
    };
  },
};

function optionsOf(input: Input): FunnelPlotROptions {
  return {
    figure: FIGURE[input.data_type],
    ratioMethod: input.sr_method === 'SHMI' ? 'shmi' : 'cqc',
    limit: input.limit === 95 ? 95 : 99,
    trimBy: input.trim_by,
    drawAdjusted: input.draw_adjusted,
    drawUnadjusted: input.draw_unadjusted,
  };
}

function columns(prefix: string, limits: readonly FunnelLimits[]): Readonly<Record<string, readonly (number | null)[]>> {
  return {
    [`${prefix}LCL95`]: limits.map(({ lower95 }) => lower95),
    [`${prefix}UCL95`]: limits.map(({ upper95 }) => upper95),
    [`${prefix}LCL998`]: limits.map(({ lower998 }) => lower998),
    [`${prefix}UCL998`]: limits.map(({ upper998 }) => upper998),
  };
}

interface Group {
  readonly group: string | number;
  readonly numerator: number;
  readonly denominator: number;
}

function addUp({ group, numerator, denominator }: Input, expectedGroups: unknown): readonly Group[] {
  const groups = new Map<string | number, Group>();
  for (const [row, name] of group.entries()) {
    const sofar = groups.get(name) ?? { group: name, numerator: 0, denominator: 0 };
    groups.set(name, { group: name, numerator: sofar.numerator + (numerator[row] ?? 0), denominator: sofar.denominator + (denominator[row] ?? 0) });
  }
  return codesInOrder(group, expectedGroups).flatMap((name) => groups.get(name) ?? []);
}
