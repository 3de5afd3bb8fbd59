import type { Recipe } from '../golden-vector.js';
import { betaBinomialRecipe } from './beta-binomial.js';
import { controlChartRecipe } from './control-charts.js';
import { bernoulliCusumRecipe, binomialCusumRecipe } from './cusum.js';
import { ewmaCusumRecipe } from './ewma-cusum.js';
import { funnelPlotRVectors } from './funnel-plot-r.js';
import { interpolatedLimits } from './interpolated-limits.js';
import { intervalVectors } from './intervals.js';
import { multiplicityRecipe } from './multiplicity.js';
import { nhsChartRecipe } from './nhs-charts.js';
import { phePooledVectors, pheRatioVectors } from './phe-funnel.js';
import { runLengthRecipe } from './run-length.js';
import { runsCriticalValuesRecipe } from './runs-critical-values.js';
import { segmentedSeriesRecipe } from './segmented-series.js';
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
  betaBinomialRecipe,
  binomialCusumRecipe,
  bernoulliCusumRecipe,
  ewmaCusumRecipe,
  multiplicityRecipe,
  runLengthRecipe,
  segmentedSeriesRecipe,
];
