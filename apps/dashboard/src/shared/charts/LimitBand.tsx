import type { SpcPeriod, SpcScales } from './spc-period';
import styles from './spc-chart.module.css';

interface Step {
  readonly start: number;
  readonly end: number;
  readonly lower: number;
  readonly upper: number;
}

interface LimitBandProps {
  readonly periods: readonly SpcPeriod[];
  readonly scales: SpcScales;
  readonly provisional: boolean;
}

/** The lines around what is usual, one step per period; broken where a period has no figure. */
export function LimitBand({ periods, scales, provisional }: LimitBandProps) {
  return limitRuns(periods).map((run) => {
    const upper = stairs(run, 'upper', scales);
    const lower = stairs(run, 'lower', scales);
    const lineClass = provisional ? styles.limitProvisional : styles.limit;
    return (
      <g key={run[0]?.start} aria-hidden="true">
        <path className={styles.band} d={`M${upper.join(' L')} L${lower.toReversed().join(' L')} Z`} />
        <path className={lineClass} d={`M${upper.join(' L')}`} />
        <path className={lineClass} d={`M${lower.join(' L')}`} />
      </g>
    );
  });
}

/** Neighbouring periods that have limits, together. A period without limits, or a month in no period, ends a run. */
export function limitRuns(periods: readonly SpcPeriod[]): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  for (const { start, end, figure } of periods) {
    if (figure.state !== 'shown' || figure.lower === null || figure.upper === null) continue;
    const step = { start, end, lower: figure.lower, upper: figure.upper };
    const current = runs.at(-1);
    if (current?.at(-1)?.end === start) current.push(step);
    else runs.push([step]);
  }
  return runs;
}

function stairs(run: readonly Step[], side: 'lower' | 'upper', { x, y }: SpcScales): readonly string[] {
  return run.flatMap((step) => [`${x(step.start)},${y(step[side])}`, `${x(step.end)},${y(step[side])}`]);
}
