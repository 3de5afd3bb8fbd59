import { ChartLegend, LegendItem } from './ChartLegend';
import type { FunnelSide, FunnelUnit } from './funnel-unit';
import { FunnelShape } from './FunnelShape';
import styles from './funnel-chart.module.css';

export interface FunnelLegendWords {
  readonly label: string;
  readonly centre: string;
  readonly inner: string;
  readonly outer: string;
  readonly sides: Readonly<Record<FunnelSide, string>>;
}

const SIDES: readonly FunnelSide[] = ['inside', 'above-95', 'above-998', 'below-95', 'below-998'];

/** The key of a funnel: only what it shows now. */
export function FunnelLegend({ units, words }: { readonly units: readonly FunnelUnit[]; readonly words: FunnelLegendWords }) {
  return (
    <ChartLegend label={words.label}>
      {SIDES.filter((side) => units.some((unit) => unit.side === side)).map((side) => (
        <LegendItem key={side} shape={<FunnelShape side={side} x={14} y={9} />}>
          {words.sides[side]}
        </LegendItem>
      ))}
      <LegendItem shape={<line className={styles.centre} x1={0} x2={28} y1={9} y2={9} />}>{words.centre}</LegendItem>
      <LegendItem
        shape={
          <>
            <rect className={styles.band} y={3} width={28} height={12} />
            <path className={styles.inner} d="M0 3 H28 M0 15 H28" />
          </>
        }
      >
        {words.inner}
      </LegendItem>
      <LegendItem shape={<path className={styles.outer} d="M0 3 H28 M0 15 H28" />}>{words.outer}</LegendItem>
    </ChartLegend>
  );
}
