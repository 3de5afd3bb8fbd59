import type { Language, Month } from '@rolvast/domain';
import { CartesianGrid, ComposedChart } from 'recharts';
import { ChartReadout } from './ChartReadout';
import { monthTicks } from './month-ticks';
import { shareAxis } from './share-axis';
import { AXIS_WIDTH, SpcAxes } from './SpcAxes';
import { SpcLayers } from './SpcLayers';
import type { BesideLineStep, SpcFigure, SpcPeriod } from './spc-period';
import { useRovingMarks } from './use-roving-marks';
import styles from './spc-chart.module.css';

export interface SpcChartProps {
  /** Periods in order of time; the axis runs from the start of the first to the end of the last. */
  readonly periods: readonly SpcPeriod[];
  /** The month that is 0 on the axis. */
  readonly firstMonth: Month;
  /** Share in [0, 1]; null draws no line. */
  readonly centre: number | null;
  /** A line that stands beside the points; without steps there is none. */
  readonly beside?: readonly BesideLineStep[];
  /** Draws the lines as provisional. */
  readonly provisional: boolean;
  /** Size of the drawing in pixels. */
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  /** Name of the chart for those who don't see it. */
  readonly label: string;
  /** Says how to walk along it and where the same figures stand as text. */
  readonly description: string;
  /** Stands in the readout as long as no period is pointed at. */
  readonly hint: string;
}

const MARGIN = { top: 14, right: 10, bottom: 0, left: 0 };
const NARROW = 480;
const NOTHING_BESIDE: readonly BesideLineStep[] = [];

/**
 * A control chart of a share per period: points, centre line and limits, with signals by shape and colour.
 *
 * Merged periods span their months; withheld and absent ones are visible and hold no point. Every period can be reached
 * with the arrow keys and has its description as its accessible name; the readout shows the same text.
 */
export function SpcChart(props: SpcChartProps) {
  const { periods, firstMonth, centre, beside = NOTHING_BESIDE, provisional, width, height, language, label, description, hint } = props;
  const marks = useRovingMarks(periods.length);
  const months = periods.at(-1)?.end ?? 1;
  const axis = shareAxis([...periods.map(({ figure }) => figure), ...beside.map(besideFigure)], height < 260 || width < NARROW ? 4 : 6);
  const ticks = monthTicks(firstMonth, months, width - AXIS_WIDTH - MARGIN.right, language);
  const active = marks.active === null ? undefined : periods[marks.active];
  return (
    <>
      <ChartReadout active={active?.description} hint={hint} />
      <div
        className={styles.drawing}
        role="group"
        aria-label={label}
        aria-description={description}
        onKeyDown={marks.onKeyDown}
        onBlur={marks.leave}
        onPointerLeave={(event) => event.pointerType === 'mouse' && marks.leave()}
      >
        <ComposedChart accessibilityLayer={false} role="presentation" data={[...periods]} width={width} height={height} margin={MARGIN}>
          <CartesianGrid vertical={false} stroke="var(--rv-line)" />
          <SpcAxes months={months} monthTicks={ticks} shares={axis} language={language} />
          <SpcLayers periods={periods} centre={centre} provisional={provisional} beside={beside} marks={marks} />
        </ComposedChart>
      </div>
    </>
  );
}

/** The line beside the points has to fit on the axis as well. */
function besideFigure({ share }: BesideLineStep): SpcFigure {
  return { state: 'shown', share, lower: null, upper: null, signal: null };
}
