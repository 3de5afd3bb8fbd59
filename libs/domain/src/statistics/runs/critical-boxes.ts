/**
 * A box in the plane of crossings and longest run: chance stays inside. `crossings` is the fewest crossings of the box and
 * `run` its longest run. Of a cut box two strips of its corner may be cut away: at the fewest crossings runs are allowed up
 * to `runAtFewest` only, and the longest run only from `crossingsAtLongest` crossings on.
 */
export interface CriticalBox {
  readonly crossings: number;
  readonly run: number;
  readonly cut: { readonly crossingsAtLongest: number; readonly runAtFewest: number } | null;
}

/** The numbers of useful points for which boxes were worked out. */
export const BOXES_FROM = 10;
export const BOXES_THROUGH = 100;

/**
 * One row for every n from 10 on: fewest crossings, longest run, and the two numbers of the cut where there is one.
 *
 * Of all boxes that hold at least 92.5 % of the chance series, the best box holds the fewest series shifted by 0.8 standard
 * deviations; the cut box takes from its edge what it can without falling below 92.5 %.
 * Source: Anhøj and Wentzel-Larsen, Sense and sensibility: on the diagnostic value of control chart rules for detection of
 * shifts in time series data, BMC Medical Research Methodology 18:100, 2018; Smooth operator: modifying the Anhøj rules
 * to improve runs analysis in statistical process control, PLoS ONE 15(6), 2020. Golden vectors: anhoej-06.
 */
const ROWS =
  '2 6 3 5|3 7 4 6|3 6|3 6|3 6|4 7 6 6|5 8 6 7|5 7|5 7 6 6|5 7 6 5|6 7|7 8|6 7 7 6|6 7 7 6|6 7 7 6|6 7|9 9 10 7|9 8 10 7|9 8 11 7|10 8|' +
  '11 10 12 9|11 9 14 8|11 8|11 8 12 7|11 8 13 7|12 8|13 9 15 8|14 10|13 8|15 11|15 9|15 9 17 8|14 8|14 8|17 10|17 9|17 9 19 8|17 9 20 7|19 12 20 11|19 10 21 9|' +
  '19 9|19 9 21 8|19 9 21 7|21 11 23 9|21 10 23 8|21 9|21 9 23 8|23 12 25 11|23 10 24 9|23 10 26 8|23 9|23 9 24 8|25 11 27 9|25 10 27 9|26 11 27 10|26 10 27 9|27 12 29 10|27 10|27 10 29 8|28 11 29 8|' +
  '29 14 30 13|29 11 31 9|29 10 30 9|30 11 31 10|30 10|31 12 32 9|31 11 34 8|31 10 33 9|32 11 33 8|33 13 37 11|33 11 35 9|33 10|34 11 36 10|33 10 36 7|35 11|35 11 38 8|35 10 36 9|35 10 38 8|37 12 38 10|37 11 39 9|' +
  '38 12|37 10 39 9|39 13 41 12|39 11 40 10|39 11 42 8|39 10|39 10 41 8|41 12 42 9|41 11 44 9|42 12 43 10|41 10 42 9';

const BOXES: readonly CriticalBox[] = ROWS.split('|').map((row) => {
  const [crossings = 0, run = 0, crossingsAtLongest, runAtFewest] = row.split(' ').map(Number);
  return { crossings, run, cut: crossingsAtLongest === undefined || runAtFewest === undefined ? null : { crossingsAtLongest, runAtFewest } };
});

/** The box for so many useful points; null outside 10 to 100. */
export function criticalBox(useful: number): CriticalBox | null {
  return BOXES[useful - BOXES_FROM] ?? null;
}

/** Whether a series lies in the best box. */
export function isInBestBox(box: CriticalBox, crossings: number, longestRun: number): boolean {
  return crossings >= box.crossings && longestRun <= box.run;
}

/** Whether a series lies in the cut box; where nothing could be cut away that is the best box. */
export function isInCutBox(box: CriticalBox, crossings: number, longestRun: number): boolean {
  if (!isInBestBox(box, crossings, longestRun)) return false;
  if (box.cut === null) return true;
  if (crossings === box.crossings && longestRun <= box.cut.runAtFewest) return true;
  if (longestRun === box.run && crossings >= box.cut.crossingsAtLongest) return true;
  return crossings > box.crossings && longestRun < box.run;
}
