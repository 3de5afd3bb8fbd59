/**
 * The law of a whole number: the probability of each count from 0 up, adding up to 1.
 *
 * Every law of counts in Rolvast has this form, whatever it is the law of.
 */
export type CountLaw = Float64Array;

/**
 * Writes a law out by ratios of neighbours, outward from one count, and brings it to a sum of 1.
 *
 * No gamma function and no difference of large logarithms, so that every figure, in either tail, keeps about 14 digits; and
 * cheap, because calibration asks for thousands of laws.
 *
 * @param size the largest count. @param start where to begin: near the likeliest count, so that nothing overflows.
 * @param ratio P(x + 1) / P(x) for x = 0..size - 1; Infinity where P(x) is 0.
 */
export function lawByRatios(size: number, start: number, ratio: (x: number) => number): CountLaw {
  const law = new Float64Array(size + 1);
  law[start] = 1;
  let sum = 1;
  for (let x = start, weight = 1; x < size; x += 1) {
    weight *= ratio(x);
    law[x + 1] = weight;
    sum += weight;
  }
  for (let x = start - 1, weight = 1; x >= 0; x -= 1) {
    weight /= ratio(x);
    law[x] = weight;
    sum += weight;
  }
  return law.map((weight) => weight / sum);
}
