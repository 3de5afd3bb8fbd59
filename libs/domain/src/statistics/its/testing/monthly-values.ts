import type { ValuePoint } from '../../series.js';
import { segmentSeries, type SegmentedSeries } from '../segmented-series.js';

export function seriesOf(values: readonly ValuePoint[], firstAfter = values.length / 2): SegmentedSeries {
  const series = segmentSeries(values, firstAfter);
  if (!series.ok) throw new Error(`no series: ${series.fault.code}`);
  return series.value;
}

export function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error('no answer');
  return result.value;
}

/** Normal values with a correlation between neighbours, always the same for one seed (mulberry32, Box and Muller). */
export function noise(seed: number, length: number, correlation: number): readonly number[] {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  let before = normal();
  return Array.from({ length }, () => (before = correlation * before + Math.sqrt(1 - correlation ** 2) * normal()));
}
