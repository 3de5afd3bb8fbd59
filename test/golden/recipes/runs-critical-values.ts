import { crossingsMin, longestRunMax } from '@rolvast/domain/statistics';
import type { Recipe } from '../golden-vector.js';
import { positionsOf } from './shape.js';

/** The critical values of runs analysis for numbers of useful points. */
export const runsCriticalValuesRecipe: Recipe = {
  kind: 'critical values of runs analysis',
  answers: ({ input, expected }) => {
    if (!('n_useful' in input) || !('longest_run_max' in expected || 'n_crossings_min' in expected)) return null;
    const useful = positionsOf(input.n_useful);
    return { longest_run_max: useful.map(longestRunMax), n_crossings_min: useful.map(crossingsMin) };
  },
};
