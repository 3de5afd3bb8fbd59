/** Where a function is looked at, and how much each look weighs. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The nodes and weights of Gauss and Legendre: the sum of weight × value is the integral from `from` to `to`, exactly so for
 * polynomials up to degree 2 count - 1.
 *
 * The nodes are the roots of the Legendre polynomial, found by Newton's method from Tricomi's approximation.
 *
 * @param count whole number, 1 or more.
 */
export function gaussLegendre(count: number, from: number, to: number): Quadrature {
  const nodes: number[] = [];
  const weights: number[] = [];
  const half = (to - from) / 2;
  for (let index = 1; index <= count; index += 1) {
    let root = Math.cos((Math.PI * (index - 0.25)) / (count + 0.5));
    let slope = 0;
    for (let step = 0; step < 100; step += 1) {
      const { value, derivative } = legendre(count, root);
      slope = derivative;
      const change = value / derivative;
      root -= change;
      if (Math.abs(change) < 1e-15) break;
    }
    nodes.push((from + to) / 2 - half * root);
    weights.push((2 * half) / ((1 - root * root) * slope * slope));
  }
  return { nodes, weights };
}

function legendre(degree: number, x: number): { readonly value: number; readonly derivative: number } {
  let value = 1;
  let before = 0;
  for (let of = 1; of <= degree; of += 1) [value, before] = [((2 * of - 1) * x * value - (of - 1) * before) / of, value];
  return { value, derivative: (degree * (x * value - before)) / (x * x - 1) };
}
