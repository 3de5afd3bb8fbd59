import type { ReactNode } from 'react';
import styles from './chart-legend.module.css';

interface ChartLegendProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** The key of a chart: shapes with words. */
export function ChartLegend({ label, children }: ChartLegendProps) {
  return (
    <ul className={styles.legend} aria-label={label}>
      {children}
    </ul>
  );
}

interface LegendItemProps {
  /** The shape, drawn in a box of 28 by 18 with the chart's own parts. */
  readonly shape: ReactNode;
  readonly children: string;
}

/** One line of the key. */
export function LegendItem({ shape, children }: LegendItemProps) {
  return (
    <li className={styles.item}>
      <svg width={28} height={18} viewBox="0 0 28 18" aria-hidden="true" focusable="false">
        {shape}
      </svg>
      {children}
    </li>
  );
}
