import type { SpcFigure } from './spc-period';

/** Steps a reader can count with, in shares. */
const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5] as const;

/** Room above the highest point, so that its mark isn't cut off. */
const HEADROOM = 1.03;

export interface ShareAxis {
  /** Upper end of the axis, a share in (0, 1]; the lower end is always 0. */
  readonly top: number;
  readonly ticks: readonly number[];
}

/**
 * The axis of shares: from 0 to just above the highest point or limit, in at most `maxSteps` steps of 5, 10, 20, 25 or 50 %.
 *
 * @param figures withheld and absent figures don't count.
 */
export function shareAxis(figures: readonly SpcFigure[], maxSteps: number): ShareAxis {
  const values = figures.flatMap((figure) => (figure.state === 'shown' ? [figure.share ?? 0, figure.upper ?? 0] : []));
  const highest = Math.min(1, Math.max(0.1, ...values) * HEADROOM);
  const step = STEPS.find((candidate) => Math.ceil(highest / candidate) <= maxSteps) ?? 0.5;
  const steps = Math.min(Math.ceil(highest / step), Math.floor(1 / step));
  const ticks = Array.from({ length: steps + 1 }, (_, index) => Math.round(index * step * 100) / 100);
  return { top: ticks.at(-1) ?? 1, ticks };
}
