import { criticalBox, isInBestBox, isInCutBox, type CriticalBox } from './critical-boxes.js';
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

/** What a point without a figure does to the runs: it ends them, or it is passed over as in qicharts2. */
export type RunsAtGap = 'end' | 'pass-over';

/**
 * Runs analysis by the Anhøj rules or the critical boxes.
 *
 * Assumes independent points, each as likely above as below the centre. Points on the centre are passed over: they neither
 * break a run nor lengthen it. A point without a figure ends the run, and the step over it is no crossing and no chance of
 * one: with g such steps, crossings are held against n - 1 - g coins. The longest run is held against all n useful points,
 * and the boxes, worked out for unbroken series, are then left for the Anhøj rules.
 *
 * @param values one per point, NaN or null for no figure.
 * @param centre one per point.
 * @param atGap 'end' unless given; 'pass-over' gives the reference's figures.
 * Golden vectors: anhoej-02 to 07.
 */
export function runsAnalysis(
  values: readonly (number | null)[],
  centre: readonly (number | null)[],
  method: RunsMethod = 'anhoej',
  atGap: RunsAtGap = 'end',
): RunsAnalysis {
  const stretches = stretchesOf(values.map((value, index) => Math.sign((value ?? Number.NaN) - (centre[index] ?? Number.NaN))), atGap);
  const observations = values.length;
  const useful = stretches.reduce((sum, sides) => sum + sides.length, 0);
  if (useful === 0) return { observations, useful, longestRun: null, longestRunMax: null, crossings: null, crossingsMin: null, signal: false };
  const crossings = stretches.reduce((sum, sides) => sum + sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length, 0);
  const longestRun = Math.max(...stretches.map(lengthOfLongest));
  // Each further stretch has one step less at which the centre could have been crossed.
  const steps = useful - stretches.length;
  const fewest = crossingsMin(steps + 1);
  const box = method === 'anhoej' || stretches.length > 1 ? null : criticalBox(useful);
  const isChance = box === null ? crossings >= fewest && longestRun <= longestRunMax(useful) : isInBox(method, box, crossings, longestRun);
  return { observations, useful, longestRun, longestRunMax: longestRunMax(useful), crossings, crossingsMin: fewest, signal: !isChance };
}

/** The sides of the useful points, one list for each stretch that holds any. */
function stretchesOf(sides: readonly number[], atGap: RunsAtGap): readonly (readonly number[])[] {
  const stretches: number[][] = [[]];
  for (const side of sides) {
    if (Number.isNaN(side) && atGap === 'end') stretches.push([]);
    if (side === 1 || side === -1) stretches.at(-1)?.push(side);
  }
  return stretches.filter(({ length }) => length > 0);
}

function isInBox(method: RunsMethod, box: CriticalBox, crossings: number, longestRun: number): boolean {
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
