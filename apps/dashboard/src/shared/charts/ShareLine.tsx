import type { SpcPeriod, SpcScales } from './spc-period';
import styles from './spc-chart.module.css';

interface ShareLineProps {
  readonly periods: readonly SpcPeriod[];
  readonly scales: SpcScales;
}

/** A thin line along neighbouring points. It stops at a period without a figure: what lies between two points isn't known there. */
export function ShareLine({ periods, scales }: ShareLineProps) {
  return periods.map((period, index) => {
    const previous = periods[index - 1];
    const [from, to] = [pointOf(previous, scales), pointOf(period, scales)];
    if (from === null || to === null || previous?.end !== period.start) return null;
    return <line key={period.key} className={styles.shareLine} x1={from.x} y1={from.y} x2={to.x} y2={to.y} aria-hidden="true" />;
  });
}

/** Where the point of a period lies, in pixels: at the middle of its months. Null where it has no point. */
export function pointOf(period: SpcPeriod | undefined, { x, y }: SpcScales): { readonly x: number; readonly y: number } | null {
  if (period?.figure.state !== 'shown' || period.figure.share === null) return null;
  return { x: x((period.start + period.end) / 2), y: y(period.figure.share) };
}
