import { individualsLines } from './individuals-lines.js';
import type { Formula } from './stretch.js';

/** Nelson's power, which makes exponential times nearly normal. */
const POWER = 3.6;

/**
 * The t-chart: time between two rare events, exponential.
 *
 * The times are raised to 1 / 3.6, drawn as individual values, and centre and limits raised back; a lower limit that falls
 * below 0 on the way is 0 (the reference does so at three sigma only, and has none at two). A given centre counts on the
 * raised scale.
 * Edge: a time of 0 or below can not be raised; callers refuse it.
 * Source: Nelson, A control chart for parts-per-million nonconforming items, J. Quality Technology 26(3), 1994.
 * Golden vector: spc-t-01.
 */
export const tLines: Formula = (stretch) => {
  const raised = individualsLines({ ...stretch, values: stretch.values.map((time) => time ** (1 / POWER)) });
  return {
    values: raised.values.map(back),
    centre: raised.centre.map(back),
    band: (sigmas) => {
      const { lower, upper } = raised.band(sigmas);
      const floors = sigmas >= 3 || stretch.mode === 'defined';
      return { lower: lower.map((limit) => (floors && !(limit >= 0) ? 0 : back(limit))), upper: upper.map(back) };
    },
  };
};

function back(value: number): number {
  return value ** POWER;
}
