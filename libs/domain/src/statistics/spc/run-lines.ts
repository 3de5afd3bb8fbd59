import { medianOf } from '../exact-sum.js';
import { centreOf, figuresOf, ofBase, type Formula } from './stretch.js';

/**
 * The run chart: values around their median, without limits.
 *
 * Source: Perla, Provost, Murray, The run chart, BMJ Quality & Safety 20, 2011. Golden vectors: anhoej-02 to 07.
 */
export const runLines: Formula = (stretch) => {
  const none = stretch.values.map(() => Number.NaN);
  return {
    values: stretch.values,
    centre: centreOf(stretch, () => medianOf(figuresOf(ofBase(stretch, stretch.values)))),
    band: () => ({ lower: none, upper: none }),
  };
};
