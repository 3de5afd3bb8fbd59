import { MissingColumn } from './MissingColumn';
import { pointOf } from './ShareLine';
import { SignalShape } from './SignalShape';
import { isMerged, type SpcPeriod, type SpcScales } from './spc-period';
import styles from './spc-chart.module.css';

interface PeriodMarkProps {
  readonly period: SpcPeriod;
  readonly scales: SpcScales;
  readonly hatchId: string;
  readonly active: boolean;
  /** Whether the Tab key stops here; the arrow keys reach the others. */
  readonly tabStop: boolean;
  readonly register: (element: SVGGElement | null) => void;
  readonly onPoint: () => void;
}

/** One period of the chart: what is drawn for it, over the whole height so that it's easy to hit, with its description as its name. */
export function PeriodMark({ period, scales, hatchId, active, tabStop, register, onPoint }: PeriodMarkProps) {
  const { start, end, figure, description } = period;
  const x = scales.x(start);
  const column = { x, y: scales.top, width: scales.x(end) - x, height: scales.bottom - scales.top };
  return (
    <g
      ref={register}
      role="img"
      aria-label={description}
      tabIndex={tabStop ? 0 : -1}
      className={styles.mark}
      data-active={active || undefined}
      data-state={figure.state}
      onPointerEnter={onPoint}
      onFocus={onPoint}
    >
      <rect className={styles.column} {...column} rx={3} />
      {figure.state === 'shown' ? <Point period={period} scales={scales} /> : <MissingColumn state={figure.state} {...column} hatchId={hatchId} />}
    </g>
  );
}

function Point({ period, scales }: { readonly period: SpcPeriod; readonly scales: SpcScales }) {
  const point = pointOf(period, scales);
  if (point === null || period.figure.state !== 'shown') return null;
  return (
    <>
      {isMerged(period) && <MergedSpan from={scales.x(period.start) + 3} to={scales.x(period.end) - 3} y={point.y} />}
      <SignalShape signal={period.figure.signal} x={point.x} y={point.y} />
    </>
  );
}

/** The bracket over the months that were published as one. */
export function MergedSpan({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  return <path className={styles.merged} d={`M${from} ${y - 5} V${y + 5} M${from} ${y} H${to} M${to} ${y - 5} V${y + 5}`} />;
}
