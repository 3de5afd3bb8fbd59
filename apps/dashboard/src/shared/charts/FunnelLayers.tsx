import { useId } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { FunnelCurves, FunnelScales, FunnelUnit } from './funnel-unit';
import { FunnelShape } from './FunnelShape';
import { placeLabels, type PlacedLabel } from './place-labels';
import type { useRovingMarks } from './use-roving-marks';
import styles from './funnel-chart.module.css';

interface FunnelLayersProps {
  /** In the order in which the arrow keys walk along them. */
  readonly units: readonly FunnelUnit[];
  readonly curves: FunnelCurves;
  readonly marks: ReturnType<typeof useRovingMarks>;
}

/** Everything inside the axes of a funnel, drawn on the scales of Recharts. */
export function FunnelLayers({ units, curves, marks }: FunnelLayersProps) {
  const clipId = useId();
  const scales = useScales();
  if (scales === null) return null;
  const { left, right, top, bottom, x, y } = scales;
  const points = units.map(({ size, share, isNamed, name }) => ({ x: x(size), y: y(share), label: isNamed ? name : null }));
  const labels = placeLabels(points, scales);
  return (
    <>
      <defs>
        <clipPath id={clipId}>
          <rect x={left} y={top} width={right - left} height={bottom - top} />
        </clipPath>
      </defs>
      <g clipPath={`url(#${clipId})`} aria-hidden="true">
        <path className={styles.band} d={bandPath(curves, scales)} />
        <path className={styles.outer} d={linePath(curves.sizes, curves.upper998, scales)} />
        <path className={styles.outer} d={linePath(curves.sizes, curves.lower998, scales)} />
        <path className={styles.inner} d={linePath(curves.sizes, curves.upper95, scales)} />
        <path className={styles.inner} d={linePath(curves.sizes, curves.lower95, scales)} />
        <line className={styles.centre} x1={left} x2={right} y1={y(curves.centre)} y2={y(curves.centre)} />
      </g>
      <line className={styles.axis} x1={left} x2={right} y1={bottom} y2={bottom} aria-hidden="true" />
      {units.map((unit, index) => (
        <UnitMark
          key={unit.key}
          unit={unit}
          x={points[index]?.x ?? left}
          y={points[index]?.y ?? bottom}
          label={labels[index] ?? null}
          active={marks.active === index}
          tabStop={marks.tabStop === index}
          register={(element) => marks.register(index, element)}
          onPoint={() => marks.point(index)}
        />
      ))}
    </>
  );
}

interface UnitMarkProps {
  readonly unit: FunnelUnit;
  readonly x: number;
  readonly y: number;
  readonly label: PlacedLabel | null;
  readonly active: boolean;
  /** Whether the Tab key stops here; the arrow keys reach the others. */
  readonly tabStop: boolean;
  readonly register: (element: SVGGElement | null) => void;
  readonly onPoint: () => void;
}

/** One unit, with room around its mark so that it is easy to hit. */
function UnitMark({ unit, x, y, label, active, tabStop, register, onPoint }: UnitMarkProps) {
  return (
    <g ref={register} role="img" aria-label={unit.description} tabIndex={tabStop ? 0 : -1} className={styles.mark} data-active={active || undefined} data-side={unit.side} onPointerEnter={onPoint} onFocus={onPoint}>
      <circle className={styles.halo} cx={x} cy={y} r={13} />
      <FunnelShape side={unit.side} x={x} y={y} />
      {label !== null && (
        <text className={styles.label} x={label.x} y={label.y} textAnchor={label.anchor} aria-hidden="true">
          {unit.name}
        </text>
      )}
    </g>
  );
}

function linePath(sizes: readonly number[], line: readonly number[], { x, y }: FunnelScales): string {
  return sizes.map((size, index) => `${index === 0 ? 'M' : 'L'}${x(size).toFixed(1)} ${y(line[index] ?? 0).toFixed(1)}`).join(' ');
}

/** What lies within the inner lines. */
function bandPath({ sizes, upper95, lower95 }: FunnelCurves, scales: FunnelScales): string {
  const back = linePath(sizes.toReversed(), lower95.toReversed(), scales).replace('M', 'L');
  return sizes.length === 0 ? '' : `${linePath(sizes, upper95, scales)} ${back} Z`;
}

function useScales(): FunnelScales | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (x === undefined || y === undefined || plot === undefined) return null;
  return { x: (size) => x(size) ?? plot.x, y: (share) => y(share) ?? plot.y + plot.height, top: plot.y, bottom: plot.y + plot.height, left: plot.x, right: plot.x + plot.width };
}
