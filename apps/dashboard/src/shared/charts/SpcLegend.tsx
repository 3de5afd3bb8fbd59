import type { SignalMark } from '@rolvast/domain/statistics';
import { useId } from 'react';
import { ChartLegend, LegendItem } from './ChartLegend';
import { HatchPattern, MissingColumn } from './MissingColumn';
import { MergedSpan } from './PeriodMark';
import { SignalShape } from './SignalShape';
import { isMerged, type SpcPeriod } from './spc-period';
import styles from './spc-chart.module.css';

export interface SpcLegendWords {
  readonly label: string;
  readonly point: string;
  readonly merged: string;
  readonly centre: string;
  readonly limits: string;
  readonly limitsProvisional: string;
  readonly withheld: string;
  readonly absent: string;
  /** Null where nothing stands beside the points. */
  readonly beside?: string | null;
  readonly signals: Readonly<Record<SignalMark, string>>;
}

interface SpcLegendProps {
  readonly periods: readonly SpcPeriod[];
  readonly centre: number | null;
  readonly provisional: boolean;
  readonly words: SpcLegendWords;
}

/** Where a column lies in the box of the key. */
const MISSING = { x: 6, y: 1, width: 16, height: 16 };

/** The key of a control chart: only what the chart shows now. */
export function SpcLegend({ periods, centre, provisional, words }: SpcLegendProps) {
  return (
    <ChartLegend label={words.label}>
      <LegendItem shape={<SignalShape signal={null} x={14} y={9} />}>{words.point}</LegendItem>
      {periods.some(isMerged) && <LegendItem shape={<MergedShape />}>{words.merged}</LegendItem>}
      {centre !== null && (
        <>
          <LegendItem shape={<line className={styles.centre} x1={0} x2={28} y1={9} y2={9} />}>{words.centre}</LegendItem>
          <LegendItem shape={<LimitsShape provisional={provisional} />}>{provisional ? words.limitsProvisional : words.limits}</LegendItem>
        </>
      )}
      {words.beside != null && <LegendItem shape={<path className={styles.beside} d="M0 9 H28" />}>{words.beside}</LegendItem>}
      {signalsIn(periods).map((signal) => (
        <LegendItem key={signal} shape={<SignalShape signal={signal} x={14} y={9} />}>
          {words.signals[signal]}
        </LegendItem>
      ))}
      {hasState(periods, 'withheld') && (
        <LegendItem shape={<WithheldShape />}>{words.withheld}</LegendItem>
      )}
      {hasState(periods, 'absent') && <LegendItem shape={<MissingColumn state="absent" {...MISSING} hatchId="" />}>{words.absent}</LegendItem>}
    </ChartLegend>
  );
}

function MergedShape() {
  return (
    <>
      <MergedSpan from={2} to={26} y={9} />
      <SignalShape signal={null} x={14} y={9} />
    </>
  );
}

function LimitsShape({ provisional }: { readonly provisional: boolean }) {
  return (
    <>
      <rect className={styles.band} y={3} width={28} height={12} />
      <path className={provisional ? styles.limitProvisional : styles.limit} d="M0 3 H28 M0 15 H28" />
    </>
  );
}

function WithheldShape() {
  const hatchId = useId();
  return (
    <>
      <defs>
        <HatchPattern id={hatchId} />
      </defs>
      <MissingColumn state="withheld" {...MISSING} hatchId={hatchId} />
    </>
  );
}

function signalsIn(periods: readonly SpcPeriod[]): readonly SignalMark[] {
  return [...new Set(periods.flatMap(({ figure }) => (figure.state === 'shown' && figure.signal !== null ? [figure.signal] : [])))];
}

function hasState(periods: readonly SpcPeriod[], state: 'withheld' | 'absent'): boolean {
  return periods.some(({ figure }) => figure.state === state);
}
