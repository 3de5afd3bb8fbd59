import { findMeasure } from '../../measure/catalogue.js';
import type { Measure } from '../../measure/measure.js';
import type { ShownCell } from '../../publication/published-cell.js';
import type { MonthsOfFigure } from '../period-label.js';
import { aMonth } from './sentence-maker.js';

/** The measure with a code; for examples. */
export function measureOf(code: string): Measure {
  const found = findMeasure(code);
  if (found === null) throw new Error(`no measure ${code}`);
  return found;
}

/** A shown figure; for examples. */
export function shown(numerator: number, denominator: number): ShownCell {
  return { state: 'shown', numerator, denominator };
}

/** The third quarter of 2026; for examples. */
export const THIRD_QUARTER: MonthsOfFigure = { from: aMonth('2026-07'), through: aMonth('2026-09') };
