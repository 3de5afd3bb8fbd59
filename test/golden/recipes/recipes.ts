import type { Recipe } from '../golden-vector.js';
import { funnelPlotRVectors } from './funnel-plot-r.js';
import { interpolatedLimits } from './interpolated-limits.js';
import { intervalVectors } from './intervals.js';
import { phePooledVectors, pheRatioVectors } from './phe-funnel.js';
import { directVectors, indirectVectors } from './standardisation.js';

/** Every kind of vector that the library can be held against. */
export const RECIPES: readonly Recipe[] = [
  funnelPlotRVectors,
  interpolatedLimits,
  intervalVectors,
  phePooledVectors,
  pheRatioVectors,
  directVectors,
  indirectVectors,
];
