import type { Language } from '@rolvast/domain';
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../format/format-number';
import { formatShare } from '../format/format-share';
import { ChartReadout } from './ChartReadout';
import { FunnelLayers } from './FunnelLayers';
import type { FunnelCurves, FunnelUnit } from './funnel-unit';
import { shareAxis } from './share-axis';
import { sizeAxis } from './size-axis';
import { useRovingMarks } from './use-roving-marks';
import styles from './funnel-chart.module.css';

export interface FunnelChartProps {
  /** At least one. */
  readonly units: readonly FunnelUnit[];
  readonly curves: FunnelCurves;
  /** Size of the drawing in pixels. */
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** Name of the chart for those who don't see it. */
  readonly label: string;
  readonly description: string;
  /** Stands in the readout as long as no unit is pointed at. */
  readonly hint: string;
  /** What the axis of sizes counts. */
  readonly sizeLabel: string;
}

const MARGIN = { top: 16, right: 14, bottom: 0, left: 0 };
const NARROW = 480;
const AXIS_WIDTH = 46;

/**
 * A funnel: units by size and share, with the lines that belong to each size; no order of better or worse.
 *
 * The arrow keys walk along the units from small to large; each has its sentence as its accessible name, and the readout shows the same text.
 */
export function FunnelChart({ units, curves, width, height, language, label, description, hint, sizeLabel }: FunnelChartProps) {
  const walked = units.toSorted((one, other) => one.size - other.size);
  const marks = useRovingMarks(walked.length);
  const isNarrow = width < NARROW;
  const sizes = sizeAxis(units, isNarrow ? 4 : 8);
  const shares = shareAxis([...units.map(({ share }) => shownShare(share)), shownShare(widestLine(curves, units))], height < 260 || isNarrow ? 4 : 6);
  const active = marks.active === null ? undefined : walked[marks.active];
  return (
    <>
      <ChartReadout active={active?.description} hint={hint} />
      <div className={styles.drawing} role="group" aria-label={label} aria-description={description} onKeyDown={marks.onKeyDown} onBlur={marks.leave} onPointerLeave={(event) => event.pointerType === 'mouse' && marks.leave()}>
        <ComposedChart accessibilityLayer={false} role="presentation" data={walked} width={width} height={height} margin={MARGIN}>
          <CartesianGrid vertical={false} stroke="var(--rv-line)" />
          <XAxis
            type="number"
            dataKey="size"
            domain={[sizes.from, sizes.to]}
            allowDataOverflow
            ticks={[...sizes.ticks]}
            tickFormatter={(size: number) => formatNumber(size, language)}
            tick={{ className: styles.tick }}
            tickLine={false}
            axisLine={false}
            interval={0}
            height={44}
            label={{ value: sizeLabel, position: 'insideBottom', fill: 'var(--rv-ink-quiet)', fontSize: 12 }}
          />
          <YAxis
            type="number"
            dataKey="share"
            domain={[0, shares.top]}
            allowDataOverflow
            ticks={[...shares.ticks]}
            tickFormatter={(share: number) => formatShare(share, language)}
            tick={{ className: styles.tick }}
            tickLine={false}
            axisLine={false}
            interval={0}
            width={AXIS_WIDTH}
          />
          <FunnelLayers units={walked} curves={curves} marks={marks} />
        </ComposedChart>
      </div>
    </>
  );
}

function shownShare(share: number) {
  return { state: 'shown', share, lower: null, upper: null, signal: null } as const;
}

/** The upper outer line at the smallest unit: so much of the funnel is always in the picture. */
function widestLine({ sizes, upper998 }: FunnelCurves, units: readonly FunnelUnit[]): number {
  const least = Math.min(...units.map(({ size }) => size));
  return upper998[sizes.findIndex((size) => size >= least)] ?? 0;
}
