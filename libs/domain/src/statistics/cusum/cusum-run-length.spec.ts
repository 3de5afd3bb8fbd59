import { describe, expect, it } from '@jest/globals';
import { binomialAtMost } from '../distributions/binomial.js';
import { binomialEvidence, cusumLimit, cusumRunLength, poissonEvidence } from './cusum-run-length.js';
import { limitForRunLength } from './limit-search.js';

/** Uniform on [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** The count at which a law is passed. */
function drawn(atMost: readonly number[], chance: number): number {
  return Math.max(0, atMost.findIndex((probability) => probability > chance));
}

describe('the run length of a CUSUM', () => {
  it.each([
    [0.25, 2.48],
    [0.5, 2.9],
    [1, 3.18],
  ])('is 200 months at the published limit of a Poisson CUSUM with %d events a month', (events, published) => {
    expect(Math.abs(cusumLimit(poissonEvidence(events, 2), 200) - published)).toBeLessThan(0.1);
  });

  it.each([
    [0.25, 2.71],
    [0.5, 3.31],
    [1, 3.96],
  ])('is 200 months of 35 reflections at the published limit of a Bernoulli CUSUM with %d events a month', (events, published) => {
    expect(Math.abs(cusumLimit(binomialEvidence(1, events / 35, 2), 200 * 35) - published)).toBeLessThan(0.05);
  });

  it('rises with the limit and is shorter after the change', () => {
    const usual = binomialEvidence(30, 0.12, 2);
    const lengths = [1, 2, 3, 4, 5].map((limit) => cusumRunLength(usual, limit));
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
    expect(cusumRunLength(binomialEvidence(30, 0.12, 2, 0.24), 4)).toBeLessThan(5);
  });

  it('agrees with four thousand simulated runs', () => {
    const [size, rate, limit] = [20, 0.1, 3];
    const chance = seeded(7);
    const changed = (2 * rate) / (1 + rate);
    const gains = [Math.log((1 - changed) / (1 - rate)), Math.log(changed / rate)] as const;
    const atMost = Array.from({ length: size + 1 }, (_, count) => binomialAtMost(count, size, rate));
    const runs = 4000;
    let points = 0;
    for (let run = 0; run < runs; run += 1) {
      for (let evidence = 0; evidence < limit; points += 1) {
        const count = drawn(atMost, chance());
        evidence = Math.max(0, evidence + count * gains[1] + (size - count) * gains[0]);
      }
    }
    const simulated = points / runs;
    expect(Math.abs(cusumRunLength(binomialEvidence(size, rate, 2), limit) / simulated - 1)).toBeLessThan(0.05);
  });
});

describe('the search for a limit', () => {
  it('finds the step with the nearest run length, wherever it begins', () => {
    const runLength = (limit: number): number => 5 * Math.exp(0.17 * limit);
    for (const guess of [1, 10, 24, 80]) expect(limitForRunLength(runLength, 300, 0.2, guess)).toBe(24);
  });

  it('never goes below one step', () => {
    expect(limitForRunLength((limit) => 1000 * limit, 2, 0.2, 10)).toBe(1);
  });
});
