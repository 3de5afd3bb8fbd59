import { z } from 'zod';
import {
  CONFIDENCE_95,
  CONFIDENCE_998,
  directRate,
  observedToExpected,
  ratioInterval,
  standardisedRate,
  type ConfidenceLevel,
  type ObservedToExpected,
  type Stratum,
} from '@rolvast/domain';
import type { Recipe } from '../golden-vector.js';

const codeSchema = z.union([z.string(), z.number()]);
const countSchema = z.number().nullable();

const indirectSchema = z.object({
  team: z.array(codeSchema),
  stratum: z.array(codeSchema),
  n: z.array(countSchema),
  x: z.array(countSchema),
  ref_x: z.array(z.number()),
  ref_n: z.array(z.number()),
});

const directSchema = z.object({ team: z.array(codeSchema), n: z.array(z.number()), x: z.array(z.number()), w: z.array(z.number()) });

/** Both references give rates per 100. */
const MULTIPLIER = 100;

type Indirect = z.infer<typeof indirectSchema>;

/** Observed over expected and the standardised rate. The reference's strata stand in the order of the codes of the strata. */
export const indirectVectors: Recipe = {
  kind: 'indirect standardisation',
  answers: ({ input }) => {
    const parsed = indirectSchema.safeParse(input);
    if (!parsed.success) return null;
    const teams = sortedTeams(parsed.data.team);
    const ratios = teams.map((team) => {
      const result = observedToExpected(strataOf(parsed.data, team));
      return result.ok ? result.value : null;
    });
    const column = (read: (found: ObservedToExpected) => unknown) => ratios.map((found) => (found === null ? null : read(found)));
    const rate = (found: ObservedToExpected, ratio: number) => standardisedRate(ratio, found, MULTIPLIER);
    const ends = (level: ConfidenceLevel) => (found: ObservedToExpected) => ratioInterval(found, level);
    return {
      team: teams,
      observed: column(({ observed }) => observed),
      expected: column(({ expected }) => expected),
      ratio: column(({ ratio }) => ratio),
      method: column((found) => (ends(CONFIDENCE_95)(found).method === 'byar' ? 'Byars' : 'Exact')),
      ref_rate: column((found) => rate(found, 1)),
      israte: column((found) => rate(found, found.ratio)),
      ...bounds('95', ends(CONFIDENCE_95)),
      ...bounds('998', ends(CONFIDENCE_998)),
    };

    function bounds(level: string, interval: (found: ObservedToExpected) => { readonly lower: number; readonly upper: number }) {
      return {
        [`lower${level}`]: column((found) => interval(found).lower),
        [`upper${level}`]: column((found) => interval(found).upper),
        [`israte_lower${level}`]: column((found) => rate(found, interval(found).lower)),
        [`israte_upper${level}`]: column((found) => rate(found, interval(found).upper)),
      };
    }
  },
};

/** The reference groups rows by team, and gives the groups in the order of their codes. */
function sortedTeams(teams: readonly (string | number)[]): readonly (string | number)[] {
  return [...new Set(teams)].sort((one, other) => (one < other ? -1 : 1));
}

function strataOf(input: Indirect, team: string | number): readonly Stratum[] {
  const codes = [...new Set(input.stratum)];
  const order = codes.every((code) => typeof code === 'number') ? codes.toSorted((one, other) => one - other) : codes;
  return input.ref_x.map((events, index) => {
    const row = input.team.findIndex((other, at) => other === team && input.stratum[at] === order[index]);
    return { unit: row === -1 ? null : { numerator: input.x[row] ?? 0, denominator: input.n[row] ?? 0 }, reference: { numerator: events, denominator: input.ref_n[index] ?? 0 } };
  });
}

/** Directly standardised rates at 95 %; nothing below 10 events. */
export const directVectors: Recipe = {
  kind: 'direct standardisation',
  answers: ({ input }) => {
    const parsed = directSchema.safeParse(input);
    if (!parsed.success) return null;
    const { team, n, x, w } = parsed.data;
    const teams = sortedTeams(team);
    const strata = teams.map((code) =>
      team.flatMap((other, row) => (other === code ? [{ numerator: x[row] ?? 0, denominator: n[row] ?? 0, weight: w[row] ?? 0 }] : [])),
    );
    const rates = strata.map((own) => {
      const result = directRate(own, CONFIDENCE_95, MULTIPLIER);
      return result.ok ? result.value : null;
    });
    return {
      team: teams,
      total_count: strata.map((own) => own.reduce((sum, { numerator }) => sum + numerator, 0)),
      value: rates.map((rate) => rate?.value ?? null),
      lower: rates.map((rate) => rate?.lower ?? null),
      upper: rates.map((rate) => rate?.upper ?? null),
    };
  },
};
