import { ewmaRunLength, poissonCusumRunLength, runRulesRunLength, SHEWHART_RULES, tabularCusumRunLength, twoSidedTabularCusumRunLength } from '@rolvast/domain/statistics';
import { z } from 'zod';
import type { Recipe } from '../golden-vector.js';
import { itemAt, numberListSchema, optionSchema, valueOf } from './number-list.js';

const textList = z.union([z.string(), z.array(z.string())]).transform((given) => (typeof given === 'string' ? [given] : given));
const sided = z.enum(['one', 'two', 'upper', 'lower']).nullish();
const ewmaChart = z.object({ l: numberListSchema, c: numberListSchema, mu: numberListSchema });
const cusumChart = z.object({ k: numberListSchema, h: numberListSchema, mu: numberListSchema, sided });
const rulesChart = z.object({ type: textList, mu: numberListSchema, c: optionSchema(numberListSchema, [1]) });
const latticeChart = z.object({ mu: numberListSchema, km: numberListSchema, hm: numberListSchema, m: numberListSchema, i0: optionSchema(numberListSchema, [0]), sided });

/** Average run lengths; each part of the input is known by the settings that it holds. */
export const runLengthRecipe: Recipe = {
  kind: 'average run length',
  answers: ({ input, expected }) => {
    const parts = Object.keys(expected).map((name) => [name, lengthsOf(name, input[name])] as const);
    if (parts.length === 0 || parts.some(([, lengths]) => lengths === null)) return null;
    return Object.fromEntries(parts);
  },
};

function lengthsOf(name: string, part: unknown): readonly number[] | null {
  const lattice = latticeChart.safeParse(part);
  if (lattice.success) return latticeLengths(lattice.data);
  const ewma = ewmaChart.safeParse(part);
  if (ewma.success) {
    const { l, c, mu } = ewma.data;
    return along([l, c, mu], (at) => valueOf(ewmaRunLength({ weight: itemAt(l, at), limitWidth: itemAt(c, at), shift: itemAt(mu, at) })));
  }
  const rules = rulesChart.safeParse(part);
  if (rules.success) {
    const { type, mu, c } = rules.data;
    return along([type, mu, c], (at) => valueOf(runRulesRunLength({ rules: rulesOf(itemAt(type, at)), shift: itemAt(mu, at), factor: itemAt(c, at) })));
  }
  const cusum = cusumChart.safeParse(part);
  if (!cusum.success) return null;
  const { k, h, mu } = cusum.data;
  if (name.startsWith('pois')) return latticeLengths(onLattice(cusum.data));
  const lengthOf = cusum.data.sided === 'two' ? twoSidedTabularCusumRunLength : tabularCusumRunLength;
  return along([k, h, mu], (at) => valueOf(lengthOf({ reference: itemAt(k, at), decisionInterval: itemAt(h, at), shift: itemAt(mu, at) })));
}

function latticeLengths({ mu, km, hm, m, i0, sided: side }: z.infer<typeof latticeChart>): readonly number[] {
  return along([mu, km, hm, m, i0], (at) =>
    valueOf(
      poissonCusumRunLength({
        mean: itemAt(mu, at),
        reference: itemAt(km, at),
        limit: itemAt(hm, at),
        stepsPerEvent: itemAt(m, at),
        start: itemAt(i0, at),
        side: side === 'lower' ? 'lower' : 'upper',
      }),
    ),
  );
}

/** k and h as whole numbers of the largest step that fits both. */
function onLattice({ k, h, mu, sided: side }: z.infer<typeof cusumChart>): z.infer<typeof latticeChart> {
  const m = Array.from({ length: 1000 }, (_, index) => index + 1).find((steps) => [...k, ...h].every((value) => Math.abs(value * steps - Math.round(value * steps)) < 1e-9));
  if (m === undefined) throw new Error('the settings of the Poisson CUSUM fit no lattice');
  const onSteps = (values: readonly number[]) => values.map((value) => Math.round(value * m));
  return { mu, km: onSteps(k), hm: onSteps(h), m: [m], i0: [0], sided: side };
}

/** The rules of a type such as "12": rule 1 and rule 2. */
function rulesOf(type: string) {
  return Array.from(type, (digit) => {
    const rule = Object.entries(SHEWHART_RULES).find(([number]) => number === digit)?.[1];
    if (rule === undefined) throw new Error(`no run rule ${digit}`);
    return rule;
  });
}

function along(lists: readonly (readonly unknown[])[], lengthAt: (at: number) => number): readonly number[] {
  return Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, at) => lengthAt(at));
}
