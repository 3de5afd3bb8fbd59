import { describe, expect, it } from '@jest/globals';
import { binomialAtMost } from '../distributions/binomial.js';
import type { Result } from '../../shared/result.js';
import { binomialEvidence, likelihoodRatioLimit, likelihoodRatioRunLength, poissonEvidence } from './likelihood-ratio-run-length.js';
import { limitForRunLength } from './limit-search.js';

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

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
    expect(Math.abs(valueOf(likelihoodRatioLimit(valueOf(poissonEvidence(events, 2)), 200)) - published)).toBeLessThan(0.1);
  });

  it.each([
    [0.25, 2.71],
    [0.5, 3.31],
    [1, 3.96],
  ])('is 200 months of 35 reflections at the published limit of a Bernoulli CUSUM with %d events a month', (events, published) => {
    expect(Math.abs(valueOf(likelihoodRatioLimit(valueOf(binomialEvidence(1, events / 35, 2)), 200 * 35)) - published)).toBeLessThan(0.05);
  });

  it('rises with the limit and is shorter after the change', () => {
    const usual = valueOf(binomialEvidence(30, 0.12, 2));
    const lengths = [1, 2, 3, 4, 5].map((limit) => valueOf(likelihoodRatioRunLength(usual, limit)));
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
    expect(valueOf(likelihoodRatioRunLength(valueOf(binomialEvidence(30, 0.12, 2, 0.24)), 4))).toBeLessThan(5);
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
    expect(Math.abs(valueOf(likelihoodRatioRunLength(valueOf(binomialEvidence(size, rate, 2)), limit)) / simulated - 1)).toBeLessThan(0.05);
  });
});

describe('a run length that is asked for wrongly', () => {
  const { NaN: none, POSITIVE_INFINITY: endless } = Number;

  it.each([
    ['size', [0, 0.1, 2]], ['size', [2.5, 0.1, 2]], ['size', [none, 0.1, 2]], ['size', [1e9, 0.1, 2]],
    ['baseline', [20, 0, 2]], ['baseline', [20, 1, 2]], ['baseline', [20, none, 2]],
    ['ratio', [20, 0.1, 1]], ['ratio', [20, 0.1, 0]], ['ratio', [20, 0.1, none]], ['ratio', [20, 0.1, endless]],
    ['share', [20, 0.1, 2, -0.1]], ['share', [20, 0.1, 2, none]],
  ] as const)('names the %s of a binomial CUSUM: %j', (parameter, [size, baseline, ratio, share]) => {
    expect(binomialEvidence(size, baseline, ratio, share)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter } });
  });

  it.each([
    ['baseline', [0, 2]], ['baseline', [none, 2]], ['baseline', [endless, 2]], ['ratio', [1, 1]], ['ratio', [1, -2]], ['events', [1, 2, -1]], ['events', [1, 2, none]],
  ] as const)('names the %s of a Poisson CUSUM: %j', (parameter, [baseline, ratio, events]) => {
    expect(poissonEvidence(baseline, ratio, events)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter } });
  });

  it('names a limit or a wanted run length that can not be, and looks for none beyond a million points', () => {
    const cusum = valueOf(binomialEvidence(20, 0.1, 2));
    for (const limit of [0, -1, none, endless]) expect(likelihoodRatioRunLength(cusum, limit)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'limit' } });
    for (const wanted of [0, none, endless, 1e6 + 1]) expect(likelihoodRatioLimit(cusum, wanted)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'wanted' } });
    expect(valueOf(likelihoodRatioRunLength(cusum, valueOf(likelihoodRatioLimit(cusum, 1e6))))).toBeGreaterThanOrEqual(1e6);
  });

  it('ends where the run length does not', () => {
    const cusum = valueOf(binomialEvidence(20, 0.1, 2));
    for (const limit of [40, 400, 1e6]) expect(likelihoodRatioRunLength(cusum, limit)).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
    const never = valueOf(poissonEvidence(5, 2, 0));
    expect(likelihoodRatioLimit(never, 200)).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
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
