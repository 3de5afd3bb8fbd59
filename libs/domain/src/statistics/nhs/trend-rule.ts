/** Which way a point moves as part of a trend; null when it is part of none. */
export type TrendDirection = 'up' | 'down' | null;

/**
 * Marks every point of `length` or more points that each lie strictly higher, or each strictly lower, than the one before.
 *
 * A point is named by the step to the next point when that belongs to a trend too, otherwise by the step that led to it. Where a
 * rise turns into a fall the turning point therefore counts with what follows; as in the reference, so does the last point of
 * a trend that another trend follows at once.
 *
 * @param values in order of time; NaN for no figure, which ends a trend.
 * Source: NHSRplotthedots 0.2.2. Golden vectors: nhs-xmr-05, 08 and 09.
 */
export function findTrends(values: readonly number[], length: number): readonly TrendDirection[] {
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? Number.NaN)));
  const isPart = values.map(() => false);
  for (let from = 0; from < steps.length; ) {
    const step = steps[from];
    let to = from + 1;
    while (to < steps.length && steps[to] === step) to += 1;
    // The steps from..to-1 join the points from..to.
    if ((step === 1 || step === -1) && to - from >= length - 1) isPart.fill(true, from, to + 1);
    from = to;
  }
  return isPart.map((part, index) => {
    if (!part) return null;
    return steps[isPart[index + 1] === true ? index : index - 1] === 1 ? 'up' : 'down';
  });
}
