import type { Recipe } from '../golden-vector.js';
import { controlChartRecipe } from './control-charts.js';
import { funnelPlotRVectors } from './funnel-plot-r.js';
import { interpolatedLimits } from './interpolated-limits.js';
import { intervalVectors } from './intervals.js';
import { nhsChartRecipe } from './nhs-charts.js';
import { phePooledVectors, pheRatioVectors } from './phe-funnel.js';
import { runsCriticalValuesRecipe } from './runs-critical-values.js';
import { directVectors, indirectVectors } from './standardisation.js';

/** Every kind of vector that the library can be held against. */
export const RECIPES: readonly Recipe[] = [
  controlChartRecipe,
  runsCriticalValuesRecipe,
  nhsChartRecipe,
  funnelPlotRVectors,
  interpolatedLimits,
  intervalVectors,
  phePooledVectors,
  pheRatioVectors,
  directVectors,
  indirectVectors,
];
