import { useId } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { BesideLine } from './BesideLine';
import { LimitBand } from './LimitBand';
import { HatchPattern } from './MissingColumn';
import { PeriodMark } from './PeriodMark';
import { ShareLine } from './ShareLine';
import type { BesideLineStep, SpcPeriod, SpcScales } from './spc-period';
import type { useRovingMarks } from './use-roving-marks';
import styles from './spc-chart.module.css';

interface SpcLayersProps {
  readonly periods: readonly SpcPeriod[];
  readonly centre: number | null;
  readonly provisional: boolean;
  readonly beside: readonly BesideLineStep[];
  readonly marks: ReturnType<typeof useRovingMarks>;
}

/** Everything inside the axes. Drawn by hand on the scales of Recharts: its own step lines stop half a step short of the first and last period. */
export function SpcLayers({ periods, centre, provisional, beside, marks }: SpcLayersProps) {
  const hatchId = useId();
  const scales = useScales();
  if (scales === null) return null;
  return (
    <>
      <defs>
        <HatchPattern id={hatchId} />
      </defs>
      <LimitBand periods={periods} scales={scales} provisional={provisional} />
      <BesideLine steps={beside} scales={scales} />
      {centre !== null && (
        <line className={styles.centre} x1={scales.left} x2={scales.right} y1={scales.y(centre)} y2={scales.y(centre)} aria-hidden="true" />
      )}
      <line className={styles.axis} x1={scales.left} x2={scales.right} y1={scales.bottom} y2={scales.bottom} aria-hidden="true" />
      {/* Without a centre there are too few points for a course: a line would suggest one. */}
      {centre !== null && <ShareLine periods={periods} scales={scales} />}
      {periods.map((period, index) => (
        <PeriodMark
          key={period.key}
          period={period}
          scales={scales}
          hatchId={hatchId}
          active={marks.active === index}
          tabStop={marks.tabStop === index}
          register={(element) => marks.register(index, element)}
          onPoint={() => marks.point(index)}
        />
      ))}
    </>
  );
}

function useScales(): SpcScales | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (x === undefined || y === undefined || plot === undefined) return null;
  return {
    x: (month) => x(month) ?? plot.x,
    y: (share) => y(share) ?? plot.y + plot.height,
    top: plot.y,
    bottom: plot.y + plot.height,
    left: plot.x,
    right: plot.x + plot.width,
  };
}
