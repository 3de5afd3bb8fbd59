import type { PostedBlock } from '@rolvast/domain/statistics';

/** Where each point lies: in sigmas from the centre, the side of it, and its value. */
interface Placed {
  readonly value: number;
  readonly sigmas: number;
}

export type NhsChart = 'p' | 'xmr';

const SCREEN = 3.267;
const XMR_LIMIT = 2.66;
const RUN = 7;

/**
 * The first point after the baseline on which one of the four NHS rules signals upward, or -1: beyond 3 sigma; seven on one
 * side; a trend of seven; two of three beyond 2 sigma with all three on that side. Limits are those of the baseline (the
 * moving range of XmR is screened once). Compact on purpose: it runs a hundred thousand series.
 */
export function firstNhsSignal(chart: NhsChart, baseline: readonly PostedBlock[], blocks: readonly PostedBlock[], from = 0): number {
  const points = chart === 'p' ? onShareChart(baseline, blocks) : onXmrChart(baseline, blocks);
  for (let index = from; index < points.length; index += 1) if (signalsUp(points, index)) return index;
  return -1;
}

function onShareChart(baseline: readonly PostedBlock[], blocks: readonly PostedBlock[]): readonly Placed[] {
  const centre = total(baseline, 'numerator') / total(baseline, 'denominator');
  return blocks.map(({ numerator, denominator }) => {
    const value = numerator / denominator;
    return { value, sigmas: inSigmas(value - centre, Math.sqrt((centre * (1 - centre)) / denominator)) };
  });
}

function onXmrChart(baseline: readonly PostedBlock[], blocks: readonly PostedBlock[]): readonly Placed[] {
  const values = baseline.map(({ numerator, denominator }) => numerator / denominator);
  const centre = mean(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
  const kept = ranges.filter((range) => range < SCREEN * mean(ranges));
  const sigma = (XMR_LIMIT * (kept.length === 0 ? 0 : mean(kept))) / 3;
  return blocks.map(({ numerator, denominator }) => {
    const value = numerator / denominator;
    // A baseline that never varies has sides but no limits, as in the library's NHS chart.
    return { value, sigmas: sigma > 0 ? inSigmas(value - centre, sigma) : Math.sign(value - centre) };
  });
}

function inSigmas(distance: number, sigma: number): number {
  if (Math.abs(distance) < 1e-12) return 0;
  return sigma > 0 ? distance / sigma : Math.sign(distance) * Number.POSITIVE_INFINITY;
}

function signalsUp(points: readonly Placed[], index: number): boolean {
  if ((points[index]?.sigmas ?? 0) > 3) return true;
  const last = (length: number): readonly Placed[] => (index + 1 < length ? [] : points.slice(index + 1 - length, index + 1));
  const seven = last(RUN);
  if (seven.length > 0 && seven.every(({ sigmas }) => sigmas > 0)) return true;
  if (seven.length > 0 && seven.every(({ value }, place) => place === 0 || value > (seven[place - 1]?.value ?? value))) return true;
  const three = last(3);
  return three.length > 0 && three.every(({ sigmas }) => sigmas > 0) && three.filter(({ sigmas }) => sigmas > 2 && sigmas <= 3).length >= 2;
}

function total(blocks: readonly PostedBlock[], field: 'numerator' | 'denominator'): number {
  return blocks.reduce((sum, block) => sum + block[field], 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
