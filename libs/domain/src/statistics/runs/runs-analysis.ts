import { criticalBox, isInBestBox, isInCutBox } from './critical-boxes.js';
import { crossingsMin, longestRunMax } from './critical-values.js';

/** Which border between chance and pattern is used; the boxes exist for 10 to 100 useful points, beyond them `anhoej` acts. */
export type RunsMethod = 'anhoej' | 'bestbox' | 'cutbox';

/** What the runs of a series around its centre say. The counts are null when no point lies off the centre. */
export interface RunsAnalysis {
  /** Points offered, those without a figure included. */
  readonly observations: number;
  /** Points above or below the centre. */
  readonly useful: number;
  readonly longestRun: number | null;
  /** The longest run that still counts as chance. */
  readonly longestRunMax: number | null;
  readonly crossings: number | null;
  /** The fewest crossings that still count as chance. */
  readonly crossingsMin: number | null;
  /** Whether the series holds a run too long, or crosses its centre too seldom, for chance. */
  readonly signal: boolean;
}

/**
 * Runs analysis by the Anhøj rules or the critical boxes.
 *
 * Assumes independent points, each as likely above as below the centre. Points on the centre and points without a figure
 * are passed over: they neither break a run nor lengthen it. Charts that must not run across a gap hand in one stretch at a
 * time.
 *
 * @param values one per point, NaN or null for no figure.
 * @param centre one per point.
 * Golden vectors: anhoej-02 to 07.
 */
export function runsAnalysis(values: readonly (number | null)[], centre: readonly (number | null)[], method: RunsMethod = 'anhoej'): RunsAnalysis {
  const sides = values.map((value, index) => Math.sign((value ?? Number.NaN) - (centre[index] ?? Number.NaN))).filter((side) => side === 1 || side === -1);
  const observations = values.length;
  const useful = sides.length;
  if (useful === 0) return { observations, useful, longestRun: null, longestRunMax: null, crossings: null, crossingsMin: null, signal: false };
  const crossings = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
  const longestRun = lengthOfLongest(sides);
  return {
    observations,
    useful,
    longestRun,
    longestRunMax: longestRunMax(useful),
    crossings,
    crossingsMin: crossingsMin(useful),
    signal: !isChance(method, useful, crossings, longestRun),
  };
}

function isChance(method: RunsMethod, useful: number, crossings: number, longestRun: number): boolean {
  const box = method === 'anhoej' ? null : criticalBox(useful);
  if (box === null) return crossings >= crossingsMin(useful) && longestRun <= longestRunMax(useful);
  return method === 'bestbox' ? isInBestBox(box, crossings, longestRun) : isInCutBox(box, crossings, longestRun);
}

function lengthOfLongest(sides: readonly number[]): number {
  let longest = 0;
  let length = 0;
  sides.forEach((side, index) => {
    length = index > 0 && side === sides[index - 1] ? length + 1 : 1;
    longest = Math.max(longest, length);
  });
  return longest;
}
