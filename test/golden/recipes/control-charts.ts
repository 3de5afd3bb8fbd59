import { qicharts2Chart, type ControlChartKind, type QichartsInput, type QichartsRow, type RunsMethod } from '@rolvast/domain/statistics';
import type { GoldenVector, Recipe } from '../golden-vector.js';
import { numberOrNull, numbersOrNull, positionsOf } from './shape.js';

const KINDS: ReadonlyMap<unknown, ControlChartKind> = new Map([
  ['run', 'run'],
  ['i', 'individuals'],
  ['mr', 'moving-range'],
  ['p', 'p'],
  ['pp', 'p-prime'],
  ['u', 'u'],
  ['up', 'u-prime'],
  ['c', 'c'],
  ['g', 'g'],
  ['t', 't'],
  ['ip', 'i-prime'],
]);

const METHODS: ReadonlyMap<unknown, RunsMethod> = new Map([
  ['bestbox', 'bestbox'],
  ['cutbox', 'cutbox'],
]);

/** A chart of qicharts2: `chart` and `y`, perhaps with `n` and settings. */
export const controlChartRecipe: Recipe = {
  kind: 'qicharts2 chart',
  answers: (vector) => {
    const input = inputOf(vector);
    if (input === null) return null;
    const chart = qicharts2Chart(input);
    return chart.ok ? columnsOf(chart.value) : { refused: chart.fault };
  },
};

function inputOf({ input, source }: GoldenVector): QichartsInput | null {
  const chart = KINDS.get(input.chart);
  const values = numbersOrNull(input.y);
  if (chart === undefined || values === null) return null;
  return {
    chart,
    values,
    sizes: numbersOrNull(input.n),
    partEnds: positionsOf(input.part),
    freeze: numberOrNull(input.freeze),
    exclude: positionsOf(input.exclude),
    centre: numberOrNull(input.cl) ?? numbersOrNull(input.cl),
    multiply: numberOrNull(input.multiply) ?? 1,
    method: METHODS.get(input.method) ?? 'anhoej',
    screened: !/screenedmr\s*=\s*FALSE/i.test(source) && input.screenedmr !== false,
  };
}

function columnsOf(rows: readonly QichartsRow[]): Readonly<Record<string, unknown>> {
  return {
    y: rows.map(({ value }) => value),
    cl: rows.map(({ centre }) => centre),
    lcl: rows.map(({ lower }) => lower),
    ucl: rows.map(({ upper }) => upper),
    lcl95: rows.map(({ lowerWarning }) => lowerWarning),
    ucl95: rows.map(({ upperWarning }) => upperWarning),
    sigma_signal: rows.map(({ outside }) => outside),
    part: rows.map(({ part }) => part),
    runs_signal: rows.map(({ runs }) => runs.signal),
    n_obs: rows.map(({ runs }) => runs.observations),
    n_useful: rows.map(({ runs }) => runs.useful),
    longest_run: rows.map(({ runs }) => runs.longestRun),
    longest_run_max: rows.map(({ runs }) => runs.longestRunMax),
    n_crossings: rows.map(({ runs }) => runs.crossings),
    n_crossings_min: rows.map(({ runs }) => runs.crossingsMin),
  };
}
