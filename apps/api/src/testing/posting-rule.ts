/**
 * What publication may make of a true count in one block, worked out with nothing of the product: a multiple of 3, not below zero
 * and within 2 of the truth.
 */
export function mayBePostedFor(truth: number): readonly number[] {
  return [truth - 2, truth - 1, truth, truth + 1, truth + 2].filter((value) => value >= 0 && value % 3 === 0);
}
