import type { MonthTick } from './month-ticks';
import styles from './spc-chart.module.css';

interface MonthTickLabelProps {
  readonly x: number;
  readonly y: number;
  readonly tick: MonthTick | undefined;
}

/** The name of a month, with the year below it where a year begins. */
export function MonthTickLabel({ x, y, tick }: MonthTickLabelProps) {
  if (tick === undefined) return null;
  return (
    <text className={styles.tick} x={x} y={y + 6} textAnchor="middle" aria-hidden="true">
      <tspan x={x} dy="0.5em">
        {tick.name}
      </tspan>
      {tick.year !== null && (
        <tspan className={styles.year} x={x} dy="1.25em">
          {tick.year}
        </tspan>
      )}
    </text>
  );
}
