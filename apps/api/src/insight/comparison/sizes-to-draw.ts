const SMALLEST = 6;
const ENTRIES = 48;

/**
 * The sizes at which the lines of a funnel are drawn: from a few reflections to somewhat beyond the largest unit in view, some fifty of them.
 *
 * Only units in view count, so that the reach of the lines tells nothing about the size of a unit that is not shown.
 *
 * @param sizes of the units in view; 0 for one without a figure. @returns whole numbers in order; empty without a figure in view.
 */
export function sizesToDraw(sizes: readonly number[]): readonly number[] {
  const largest = Math.max(0, ...sizes);
  if (largest === 0) return [];
  const last = Math.max(SMALLEST + ENTRIES, Math.ceil((largest * 1.15) / 10) * 10);
  return [...new Set(Array.from({ length: ENTRIES + 1 }, (_, index) => Math.round(SMALLEST + ((last - SMALLEST) * index) / ENTRIES)))];
}
