import type { BesideLineStep, SpcScales } from './spc-period';
import styles from './spc-chart.module.css';

interface BesideLineProps {
  readonly steps: readonly BesideLineStep[];
  readonly scales: SpcScales;
}

/** What stands beside the points, for instance the whole organisation: one step a period, joined where they touch. */
export function BesideLine({ steps, scales: { x, y } }: BesideLineProps) {
  const path = steps.map(({ start, end, share }, index) => `${steps[index - 1]?.end === start ? 'L' : 'M'}${x(start)},${y(share)} L${x(end)},${y(share)}`).join(' ');
  return path === '' ? null : <path className={styles.beside} d={path} aria-hidden="true" />;
}
