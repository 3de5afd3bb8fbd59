import { failure, success, type Result } from '../../shared/result.js';
import { runsAnalysis, type RunsAnalysis, type RunsMethod } from '../runs/runs-analysis.js';
import { FORMULAS, type ControlChartKind } from './control-chart-kind.js';
import { layLines, type ChartSeries } from './lay-lines.js';

/** What qicharts2 takes. Positions count from 1, as there. */
export interface QichartsInput {
  readonly chart: ControlChartKind;
  readonly values: readonly (number | null)[];
  /** Denominators; null for a chart of plain values. */
  readonly sizes: readonly (number | null)[] | null;
  /** The last positions of the parts; what lies outside the series is passed over. */
  readonly partEnds: readonly number[];
  /** The last position that sets the lines; passed over when there are parts. */
  readonly freeze: number | null;
  readonly exclude: readonly number[];
  /** A centre for all points, or one for each. */
  readonly centre: readonly (number | null)[] | number | null;
  readonly multiply: number;
  readonly method: RunsMethod;
  readonly screened: boolean;
}

/** One row of what qicharts2 gives; null for what it has no number for. */
export interface QichartsRow {
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lowerWarning: number | null;
  readonly upperWarning: number | null;
  readonly outside: boolean;
  /** 1 for the first part. */
  readonly part: number;
  readonly runs: RunsAnalysis;
}

/**
 * A chart exactly as qicharts2 0.8.1 works it out, its faults included, so that its users can recompute theirs. Screens never
 * show it; they use countChart, valueChart and shareChart.
 *
 * Its faults: a series that never varies has no limits; a base without events has limits [0, 0], so that the next event is
 * outside; p' has none there; the ranges of I' ignore freeze and exclude; more events than cases are accepted; a given centre
 * of a t-chart counts on the raised scale; moving-range charts never signal runs.
 *
 * @returns one row per point, or `not-above-zero` with the position (from 0) of a time that a t-chart can not take.
 * Golden vectors: spc-*, anhoej-02 to 07.
 */
export function qicharts2Chart(input: QichartsInput): Result<readonly QichartsRow[], { readonly code: 'not-above-zero'; readonly position: number }> {
  const series = seriesOf(input);
  const impossible = input.chart === 't' ? series.values.findIndex((time) => time <= 0) : -1;
  if (impossible !== -1) return failure({ code: 'not-above-zero', position: impossible });
  const excluded = new Set(input.exclude.map((position) => position - 1));
  const length = series.values.length;
  const partsFrom = [...new Set(input.partEnds)].filter((end) => end > 0 && end < length).sort((one, other) => one - other);
  const layout = { partsFrom, freezeAfter: input.partEnds.length > 0 ? null : input.freeze, excluded, givenCentre: centreOf(input), screened: input.screened };
  const lines = layLines(series, layout, FORMULAS[input.chart], 'reference');
  const times = (number: number | undefined): number => (number ?? Number.NaN) * input.multiply;
  return success(
    lines.parts.flatMap(({ from, toExclusive }, part) => {
      const positions = Array.from({ length: toExclusive - from }, (_, index) => from + index);
      const included = positions.filter((position) => !excluded.has(position));
      const pick = (items: readonly number[]) => included.map((position) => items[position] ?? Number.NaN);
      const runs = runsAnalysis(pick(lines.values), pick(lines.centre), input.method, 'pass-over');
      const shown = input.chart === 'moving-range' ? { ...runs, signal: false } : runs;
      return positions.map((position): QichartsRow => {
        const value = times(lines.values[position]);
        const lower = times(lines.limits.lower[position]);
        const upper = times(lines.limits.upper[position]);
        return {
          value: numberOrNull(value),
          centre: numberOrNull(times(lines.centre[position])),
          lower: numberOrNull(lower),
          upper: numberOrNull(upper),
          lowerWarning: numberOrNull(times(lines.warning.lower[position])),
          upperWarning: numberOrNull(times(lines.warning.upper[position])),
          outside: (Number.isFinite(upper) && value > upper) || (Number.isFinite(lower) && value < lower),
          part: part + 1,
          runs: shown,
        };
      });
    }),
  );
}

function seriesOf({ values, sizes }: QichartsInput): ChartSeries {
  if (sizes === null) {
    const plain = values.map((value) => value ?? Number.NaN);
    return { counts: plain, sizes: plain.map((value) => (Number.isNaN(value) ? 0 : 1)), values: plain };
  }
  // A point that lacks either number lacks both; its size then counts as 0.
  const counts = values.map((value, index) => ((sizes[index] ?? null) === null ? Number.NaN : (value ?? Number.NaN)));
  const known = sizes.map((size, index) => ((values[index] ?? null) === null ? 0 : (size ?? 0)));
  return { counts, sizes: known, values: counts.map((count, index) => count / (known[index] ?? Number.NaN)) };
}

function centreOf({ centre, values }: QichartsInput): readonly number[] | null {
  if (centre === null) return null;
  return values.map((_, index) => (typeof centre === 'number' ? centre : (centre[index] ?? Number.NaN)));
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
