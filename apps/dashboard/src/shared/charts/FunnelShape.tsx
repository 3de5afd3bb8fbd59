import type { FunnelSide } from './funnel-unit';
import styles from './funnel-chart.module.css';

interface FunnelShapeProps {
  readonly side: FunnelSide;
  /** Centre of the shape, in pixels. */
  readonly x: number;
  readonly y: number;
}

const UP = 'M0 -8 L8 6 L-8 6 Z';
const DOWN = 'M0 8 L8 -6 L-8 -6 Z';

const PATHS: Readonly<Record<Exclude<FunnelSide, 'inside'>, string>> = { 'above-998': UP, 'above-95': UP, 'below-95': DOWN, 'below-998': DOWN };

/** The mark of a unit: a circle inside the lines, a hollow triangle beyond the inner ones, a filled one beyond all. */
export function FunnelShape({ side, x, y }: FunnelShapeProps) {
  if (side === 'inside') return <circle className={styles.point} cx={x} cy={y} r={5} />;
  const isFilled = side === 'above-998' || side === 'below-998';
  return <path className={isFilled ? styles.beyond : styles.outside} d={PATHS[side]} transform={`translate(${x} ${y})`} />;
}
