import styles from './chart-frame.module.css';

interface ChartReadoutProps {
  /** What is pointed at, in words; undefined when nothing is. */
  readonly active: string | undefined;
  /** Stands there as long as nothing is pointed at. */
  readonly hint: string;
}

/** The line above the drawing of a {@link ChartFrame} that says what is pointed at; the frame keeps its room. */
export function ChartReadout({ active, hint }: ChartReadoutProps) {
  return (
    <p className={styles.readout} data-active={active !== undefined || undefined}>
      {active ?? hint}
    </p>
  );
}
