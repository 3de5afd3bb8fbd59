import type { Recipe } from '../golden-vector.js';

/** Every kind of vector that the library can be held against. */
export const RECIPES: readonly Recipe[] = [];
