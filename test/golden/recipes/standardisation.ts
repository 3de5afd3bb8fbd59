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
} from '@rolvast/domain/statistics';
import type { GoldenVector, Recipe } from '../golden-vector.js';
import { codeListSchema, codesAsWritten, codesInOrder, gappedListSchema, numberListSchema, optionSchema } from './number-list.js';

const indirectSchema = z.object({
  team: codeListSchema,
  stratum: codeListSchema,
  n: gappedListSchema,
  x: gappedListSchema,
  ref_x: numberListSchema,
  ref_n: numberListSchema,
});

const directSchema = z.object({ team: codeListSchema, n: gappedListSchema, x: gappedListSchema, w: numberListSchema });

/** What a rate is given for: the vector's own setting, or the one in the call that it names as its source, or 100. */
function multiplierOf({ input, source }: GoldenVector): number {
  const named = Number(/multiplier\s*=\s*(\d+)/.exec(source)?.[1] ?? 100);
  return optionSchema(z.number(), named).catch(named).parse(input.multiplier);
}

type Indirect = z.infer<typeof indirectSchema>;

/** Observed over expected and the standardised rate. The reference's strata stand in the order of the codes of the strata. */
export const indirectVectors: Recipe = {
  kind: 'indirect standardisation',
  answers: (vector) => {
    const parsed = indirectSchema.safeParse(vector.input);
    if (!parsed.success) return null;
    const multiplier = multiplierOf(vector);
    const teams = codesInOrder(parsed.data.team, vector.expected.team);
    const ratios = teams.map((team) => ratioOf(strataOf(parsed.data, team)));
    const column = (read: (found: ObservedToExpected) => number | string) =>
      ratios.map((found) => {
        const value = found === null ? null : read(found);
        return typeof value === 'number' && !Number.isFinite(value) ? null : value;
      });
    const rate = (found: ObservedToExpected, ratio: number) => standardisedRate(ratio, found, multiplier);
    const ends = (level: ConfidenceLevel) => (found: ObservedToExpected) => ratioInterval(found, level);
    return {
      team: codesAsWritten(teams, vector.expected.team),
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

/** Where nothing is expected the library has no ratio; the reference divides by 0 and still gives the counts. */
function ratioOf(strata: readonly Stratum[]): ObservedToExpected | null {
  const result = observedToExpected(strata);
  if (result.ok) return result.value;
  if (result.fault.code !== 'nothing-expected') return null;
  const sum = (read: (stratum: Stratum) => number) => strata.reduce((total, stratum) => total + read(stratum), 0);
  const referenceRate = sum(({ reference }) => reference.numerator) / sum(({ reference }) => reference.denominator);
  return { observed: sum(({ unit }) => unit?.numerator ?? 0), expected: 0, ratio: Number.NaN, referenceRate };
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
  answers: (vector) => {
    const parsed = directSchema.safeParse(vector.input);
    if (!parsed.success) return null;
    const { team, n, x, w } = parsed.data;
    const multiplier = multiplierOf(vector);
    const teams = codesInOrder(team, vector.expected.team);
    const strata = teams.map((code) =>
      team.flatMap((other, row) => (other === code ? [{ numerator: x[row] ?? 0, denominator: n[row] ?? 0, weight: w[row] ?? 0 }] : [])),
    );
    const rates = strata.map((own) => {
      const result = directRate(own, CONFIDENCE_95, multiplier);
      return result.ok ? result.value : null;
    });
    return {
      team: codesAsWritten(teams, vector.expected.team),
      total_count: strata.map((own) => own.reduce((sum, { numerator }) => sum + numerator, 0)),
      value: rates.map((rate) => rate?.value ?? null),
      lower: rates.map((rate) => rate?.lower ?? null),
      upper: rates.map((rate) => rate?.upper ?? null),
    };
  },
};
