/** Chance that can be repeated: the same seed gives the same numbers. */
export type Chance = () => number;

/** Uniform on [0, 1), by the mulberry32 recurrence. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** For means up to a few hundred. */
export function poisson(chance: Chance, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = chance(); product > floor; product *= chance()) count += 1;
  return count;
}

export function binomial(chance: Chance, size: number, probability: number): number {
  let count = 0;
  for (let trial = 0; trial < size; trial += 1) if (chance() < probability) count += 1;
  return count;
}

/** Beta-binomial with correlation `overdispersion` between the trials of one draw. */
export function overdispersed(chance: Chance, size: number, probability: number, overdispersion: number): number {
  if (overdispersion === 0 || size === 0) return binomial(chance, size, probability);
  const strength = 1 / overdispersion - 1;
  const one = gamma(chance, probability * strength);
  const other = gamma(chance, (1 - probability) * strength);
  return binomial(chance, size, one / (one + other));
}

/** Marsaglia and Tsang 2000. */
function gamma(chance: Chance, shape: number): number {
  if (shape < 1) return gamma(chance, shape + 1) * (1 - chance()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = normal(chance);
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - chance()) < (z * z) / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}
