import { cLines } from './c-lines.js';
import { gLines } from './g-lines.js';
import { iPrimeLines } from './i-prime-lines.js';
import { individualsLines } from './individuals-lines.js';
import { pPrimeLines, uPrimeLines } from './laney-lines.js';
import { movingRangeLines } from './moving-range-lines.js';
import { pLines } from './p-lines.js';
import { runLines } from './run-lines.js';
import type { Formula } from './stretch.js';
import { tLines } from './t-lines.js';
import { uLines } from './u-lines.js';

/** Charts of a count out of, or per, a size. */
export type CountChartKind = 'p' | 'p-prime' | 'u' | 'u-prime' | 'i-prime';

/** Charts of one value a period. */
export type ValueChartKind = 'run' | 'individuals' | 'moving-range' | 'c' | 'g' | 't';

/** Every chart of the library. */
export type ControlChartKind = CountChartKind | ValueChartKind;

/** The formula of every chart. */
export const FORMULAS: Readonly<Record<ControlChartKind, Formula>> = {
  p: pLines,
  'p-prime': pPrimeLines,
  u: uLines,
  'u-prime': uPrimeLines,
  'i-prime': iPrimeLines,
  run: runLines,
  individuals: individualsLines,
  'moving-range': movingRangeLines,
  c: cLines,
  g: gLines,
  t: tLines,
};
