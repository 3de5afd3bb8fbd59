import type { Figures } from './usefulness.js';

/** The least that publication must leave to readers: means over at least {@link FLOOR_SEEDS} seeds. */
export const FLOORS: Figures = {
  'months.alone': 0.91,
  'quarters.shown': 0.985,
  'doubling.published': 0.83,
  'childAttention.month.shown': 0.72,
  'childAttention.quarter.shown': 0.97,
};

/** With fewer seeds a figure is not held against its floor. */
export const FLOOR_SEEDS = 15;

/** `within-error`: the mean lies below the floor by less than twice its standard error, so that other seeds may reach it. */
export type FloorVerdict = 'reached' | 'within-error' | 'missed';

export interface MeasuredFigure {
  readonly name: string;
  readonly mean: number;
  /** Of the mean, from the spread between seeds; null for a single seed. */
  readonly standardError: number | null;
  /** Null where there is no floor. */
  readonly floor: number | null;
  /** Null where there is no floor, or where there are too few seeds to judge. */
  readonly verdict: FloorVerdict | null;
}

export interface UsefulnessReport {
  readonly benchmark: 'publication-usefulness';
  readonly firstSeed: number;
  readonly seeds: number;
  /** What made the organisations. */
  readonly generator: string;
  readonly seconds: number;
  readonly figures: readonly MeasuredFigure[];
}

export interface ReportOrigin {
  readonly firstSeed: number;
  readonly generator: string;
  readonly seconds: number;
}

/** The means over all seeds, with their standard errors, held against the floors. */
export function reportOf(measured: readonly Figures[], origin: ReportOrigin): UsefulnessReport {
  const names = Object.keys(measured[0] ?? {});
  const figures = names.map((name) => measuredFigure(name, measured.map((figures) => figures[name] ?? Number.NaN)));
  return { benchmark: 'publication-usefulness', ...origin, seeds: measured.length, figures };
}

/** Whether no floor is missed by more than chance explains; true as well when there are too few seeds to judge. */
export function reachesFloors({ figures }: UsefulnessReport): boolean {
  return figures.every(({ verdict }) => verdict !== 'missed');
}

function measuredFigure(name: string, values: readonly number[]): MeasuredFigure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const floor = FLOORS[name] ?? null;
  const standardError = values.length > 1 ? Math.sqrt(variance / values.length) : null;
  return { name, mean, standardError, floor, verdict: floor === null || standardError === null || values.length < FLOOR_SEEDS ? null : verdictOf(mean, standardError, floor) };
}

function verdictOf(mean: number, standardError: number, floor: number): FloorVerdict {
  if (mean >= floor) return 'reached';
  return mean >= floor - 2 * standardError ? 'within-error' : 'missed';
}
