import styles from './spc-chart.module.css';

interface MissingColumnProps {
  readonly state: 'withheld' | 'absent';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Id of the hatch, defined once per drawing. */
  readonly hatchId: string;
}

/** The hatch of withheld periods. */
export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className={styles.hatch} x1={0} y1={0} x2={0} y2={7} />
    </pattern>
  );
}

/**
 * A period without a figure, over the whole height so that it's never read as zero:
 * hatched where a figure may not be shown yet, an open frame with a dash where nothing was reported.
 */
export function MissingColumn({ state, x, y, width, height, hatchId }: MissingColumnProps) {
  const inset = Math.min(2, width / 6);
  const box = { x: x + inset, y, width: width - 2 * inset, height, rx: 3 };
  if (state === 'withheld') return <rect className={styles.withheld} {...box} fill={`url(#${hatchId})`} />;
  const centre = x + width / 2;
  const dash = Math.min(5, width / 4);
  return (
    <>
      <rect className={styles.absent} {...box} />
      <line className={styles.absentDash} x1={centre - dash} x2={centre + dash} y1={y + height / 2} y2={y + height / 2} />
    </>
  );
}
