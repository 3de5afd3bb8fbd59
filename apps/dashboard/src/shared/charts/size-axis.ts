import type { FunnelUnit } from './funnel-unit';

export interface SizeAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Steps a reader can count with, in reflections. */
const STEPS = [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000] as const;

/**
 * The axis of sizes: from well below the smallest unit, where the lines are widest, to just beyond the largest, in at most `maxSteps` round steps.
 *
 * @param units at least one.
 */
export function sizeAxis(units: readonly Pick<FunnelUnit, 'size'>[], maxSteps: number): SizeAxis {
  const sizes = units.map(({ size }) => size);
  const [least, most] = [Math.min(...sizes) * 0.6, Math.max(...sizes) * 1.1];
  const step = STEPS.find((candidate) => Math.ceil(most / candidate) - Math.floor(least / candidate) <= maxSteps) ?? 5000;
  const [from, to] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  return { from, to, ticks: Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step) };
}
