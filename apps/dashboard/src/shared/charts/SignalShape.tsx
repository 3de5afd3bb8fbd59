import type { SignalMark } from '@rolvast/domain/statistics';
import styles from './spc-chart.module.css';

interface SignalShapeProps {
  readonly signal: SignalMark | null;
  /** Centre of the shape, in pixels. */
  readonly x: number;
  readonly y: number;
}

const SHAPES: Readonly<Record<SignalMark, string>> = {
  'above-limit': 'M0 -8 L8 6 L-8 6 Z',
  'below-limit': 'M0 8 L8 -6 L-8 -6 Z',
  // The triangles of the limits, hollow on the side of the middle.
  'two-in-three-above': 'M0 -8 L8 6 L0 1 L-8 6 Z',
  'two-in-three-below': 'M0 8 L8 -6 L0 -1 L-8 -6 Z',
  'shift-above': 'M0 -7.5 L7.5 0 L0 7.5 L-7.5 0 Z',
  'shift-below': 'M0 -7.5 L7.5 0 L0 7.5 L-7.5 0 Z',
};

/** The mark of a point: a circle, or another shape in another colour where a signal was found. The chart and its key share it, so that they never disagree. */
export function SignalShape({ signal, x, y }: SignalShapeProps) {
  if (signal === null) return <circle className={styles.point} cx={x} cy={y} r={4.5} />;
  return <path className={styles.signal} d={SHAPES[signal]} transform={`translate(${x} ${y})`} />;
}
