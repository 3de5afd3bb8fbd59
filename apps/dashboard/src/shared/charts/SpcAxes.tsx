import type { Language } from '@rolvast/domain';
import { XAxis, YAxis } from 'recharts';
import { formatShare } from '../format/format-share';
import type { MonthTick } from './month-ticks';
import { MonthTickLabel } from './MonthTickLabel';
import type { ShareAxis } from './share-axis';
import styles from './spc-chart.module.css';

/** Room for the labels of the shares, in pixels. */
export const AXIS_WIDTH = 46;

interface SpcAxesProps {
  /** Length of the axis of months. */
  readonly months: number;
  readonly monthTicks: readonly MonthTick[];
  readonly shares: ShareAxis;
  readonly language: Language;
}

/** The axes of a control chart: months as numbers, so that a merged period can span several, and shares from 0. */
export function SpcAxes({ months, monthTicks, shares, language }: SpcAxesProps) {
  return (
    <>
      <XAxis
        type="number"
        dataKey="start"
        domain={[0, months]}
        allowDataOverflow
        ticks={monthTicks.map(({ at }) => at)}
        tick={({ x, y, index }) => <MonthTickLabel x={Number(x)} y={Number(y)} tick={monthTicks[index]} />}
        tickLine={false}
        axisLine={false}
        interval={0}
        height={40}
      />
      <YAxis
        type="number"
        // Without a series only an axis with a key of its own gets a scale.
        dataKey="start"
        domain={[0, shares.top]}
        allowDataOverflow
        ticks={shares.ticks}
        tickFormatter={(share: number) => formatShare(share, language)}
        tick={{ className: styles.tick }}
        tickLine={false}
        axisLine={false}
        interval={0}
        width={AXIS_WIDTH}
      />
    </>
  );
}
