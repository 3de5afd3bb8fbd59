/**
 * The law of a true count: law[x] = P(X = x) for x = 0..size.
 *
 * Binomial for `overdispersion` 0, else beta-binomial with that correlation between the reflections of one block (variance
 * size p (1 - p) (1 + (size - 1) overdispersion)). Worked out by ratios of neighbours outward from the likeliest count and
 * brought to a sum of 1: no gamma function, because calibration asks for thousands of laws.
 *
 * @param size whole number, 0 or more. @param rate in (0, 1). @param overdispersion in [0, 1).
 */
export function countLaw(size: number, rate: number, overdispersion: number): Float64Array {
  const law = new Float64Array(size + 1);
  const start = Math.min(size, Math.floor((size + 1) * rate));
  const strength = overdispersion > 0 ? 1 / overdispersion - 1 : 0;
  const [alpha, beta] = [rate * strength, (1 - rate) * strength];
  /** P(x + 1) / P(x). */
  const ratio = (x: number): number =>
    overdispersion > 0
      ? ((size - x) * (x + alpha)) / ((x + 1) * (size - x - 1 + beta))
      : ((size - x) * rate) / ((x + 1) * (1 - rate));
  law[start] = 1;
  let sum = 1;
  for (let x = start, value = 1; x < size; x += 1) {
    value *= ratio(x);
    law[x + 1] = value;
    sum += value;
  }
  for (let x = start - 1, value = 1; x >= 0; x -= 1) {
    value /= ratio(x);
    law[x] = value;
    sum += value;
  }
  return law.map((value) => value / sum);
}
