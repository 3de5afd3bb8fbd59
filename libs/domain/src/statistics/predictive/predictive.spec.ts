import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { betaBinomialAtLeast, betaBinomialAtMost, betaBinomialPmf } from '../distributions/beta-binomial.js';
import { binomialPmf } from '../distributions/binomial.js';
import { gammaPoissonAtLeast, gammaPoissonAtMost } from '../distributions/gamma-poisson.js';
import { poissonAtLeast, poissonAtMost } from '../distributions/poisson.js';
import type { CountPoint } from '../series.js';
import { leastWindowPValue } from './least-window-p-value.js';
import { rateWindowTail, shareWindowTail, type WindowTail } from './window-law.js';


const positive = fc.double({ min: 0.05, max: 400, noNaN: true });

function tailOf(result: ReturnType<typeof shareWindowTail>): WindowTail {
  if (!result.ok) throw new Error('there is no tail');
  return result.value;
}

describe('the beta-binomial', () => {
  it('adds up to 1, with two tails that share one count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), positive, positive, fc.nat(200), (trials, alpha, beta, at) => {
        const pmf = betaBinomialPmf(trials, alpha, beta);
        const x = at % (trials + 1);
        expect(pmf.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(betaBinomialAtMost(x, trials, alpha, beta) + betaBinomialAtLeast(x, trials, alpha, beta)).toBeCloseTo(1 + (pmf[x] ?? Number.NaN), 11);
      }),
    );
  });

  it('has the mean and the variance of its formula, and mirrors when alpha and beta change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), positive, positive, (trials, alpha, beta) => {
        const pmf = betaBinomialPmf(trials, alpha, beta);
        const share = alpha / (alpha + beta);
        const mean = pmf.reduce((sum, p, x) => sum + p * x, 0);
        const variance = pmf.reduce((sum, p, x) => sum + p * (x - mean) ** 2, 0);
        expect(mean / (trials * share)).toBeCloseTo(1, 10);
        expect(variance / (trials * share * (1 - share) * (1 + (trials - 1) / (alpha + beta + 1)))).toBeCloseTo(1, 9);
        betaBinomialPmf(trials, beta, alpha).forEach((p, x) => expect(p).toBeCloseTo(pmf[trials - x] ?? Number.NaN, 12));
      }),
    );
  });

  it('is the binomial when the share is known', () => {
    betaBinomialPmf(20, 3e9, 7e9).forEach((p, x) => expect(p).toBeCloseTo(binomialPmf(x, 20, 0.3), 8));
  });

  it('is certain outside its range', () => {
    expect([betaBinomialAtMost(-1, 5, 2, 3), betaBinomialAtMost(5, 5, 2, 3), betaBinomialAtLeast(0, 5, 2, 3), betaBinomialAtLeast(6, 5, 2, 3), ...betaBinomialPmf(0, 2, 3)]).toEqual([0, 1, 1, 0, 1]);
  });
});

describe('the gamma-Poisson', () => {
  it('has tails that are the sums of the products of its definition', () => {
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0.01, max: 30, noNaN: true }), fc.nat(40), (shape, perUnit, exposure, x) => {
        // P(X = 0) = q^shape, P(X = c + 1) / P(X = c) = (1 - q) (shape + c) / (c + 1).
        const q = perUnit / (perUnit + exposure);
        let [below, own] = [0, q ** shape];
        for (let count = 0; count <= x; count += 1) [below, own] = [below + own, (own * (1 - q) * (shape + count)) / (count + 1)];
        expect(gammaPoissonAtMost(x, shape, perUnit, exposure)).toBeCloseTo(below, 9);
        expect(gammaPoissonAtLeast(x + 1, shape, perUnit, exposure)).toBeCloseTo(1 - below, 9);
      }),
    );
  });

  it('is the Poisson when the rate is known', () => {
    for (const x of [0, 3, 9]) {
      expect(gammaPoissonAtMost(x, 5e7, 1e7, 1)).toBeCloseTo(poissonAtMost(x, 5), 6);
      expect(gammaPoissonAtLeast(x, 5e7, 1e7, 1)).toBeCloseTo(poissonAtLeast(x, 5), 6);
    }
  });

  it('is zero events without exposure, and certain outside its range', () => {
    expect([gammaPoissonAtMost(-1, 2, 3, 1), gammaPoissonAtMost(0, 2, 3, 0), gammaPoissonAtLeast(0, 2, 3, 1), gammaPoissonAtLeast(1, 2, 3, 0)]).toEqual([0, 1, 1, 0]);
  });
});

describe('shareWindowTail', () => {
  it('is the beta-binomial of the sum without overdispersion', () => {
    const tail = tailOf(shareWindowTail({ alpha: 4, beta: 30 }));
    expect(tail(9, [20, 30, 10])).toBeCloseTo(betaBinomialAtLeast(9, 60, 4, 30), 14);
  });

  it('has the variance of months that vary around one uncertain share', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 6 }), fc.double({ min: 0.5, max: 50, noNaN: true }), fc.double({ min: 1, max: 200, noNaN: true }), fc.double({ min: 0.001, max: 0.3, noNaN: true }), (sizes, alpha, beta, overdispersion) => {
        const tail = tailOf(shareWindowTail({ alpha, beta }, overdispersion));
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const tails = Array.from({ length: total }, (_, x) => tail(x + 1, sizes));
        const mean = tails.reduce((sum, p) => sum + p, 0);
        const variance = tails.reduce((sum, p, x) => sum + (2 * x + 1) * p, 0) - mean ** 2;
        const [strength, share] = [alpha + beta, alpha / (alpha + beta)];
        const within = sizes.reduce((sum, size) => sum + size * (1 + (size - 1) * overdispersion), 0);
        const wanted = share * (1 - share) * ((within * strength) / (strength + 1) + total ** 2 / (strength + 1));
        expect(mean / (total * share)).toBeCloseTo(1, 8);
        expect(variance / wanted).toBeCloseTo(1, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('names a setting that is out of range', () => {
    for (const [parameter, value] of [['alpha', 0], ['beta', Number.NaN]] as const) {
      expect(shareWindowTail({ alpha: 1, beta: 1, [parameter]: value })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter } });
    }
    for (const overdispersion of [1, -0.1, Number.NaN]) {
      expect(shareWindowTail({ alpha: 1, beta: 1 }, overdispersion)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'overdispersion' } });
    }
    expect(rateWindowTail({ shape: 0, perUnit: 1 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'shape' } });
    expect(rateWindowTail({ shape: 1, perUnit: -1 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'perUnit' } });
  });
});

describe('leastWindowPValue', () => {
  const tail = tailOf(shareWindowTail({ alpha: 12, beta: 88 }));
  const month = (numerator: number): CountPoint => ({ numerator, denominator: 30 });
  const quiet = [month(4), month(3), month(4), month(3), month(4)];

  it('takes the most surprising window times the number of windows', () => {
    expect(leastWindowPValue([...quiet, month(15)], tail)).toEqual({ ok: true, value: { p: 3 * tail(15, [30]), window: 1 } });
    const lasting = [month(7), month(7), month(8), month(7), month(8), month(7)];
    expect(leastWindowPValue(lasting, tail)).toEqual({ ok: true, value: { p: 3 * tail(44, [30, 30, 30, 30, 30, 30]), window: 6 } });
  });

  it('counts a window in months, so that a gap makes it lighter and not longer', () => {
    const points = [month(30), month(5), null, month(9)];
    expect(leastWindowPValue(points, tail, { windows: [3] })).toEqual({ ok: true, value: { p: tail(14, [30, 30]), window: 3 } });
  });

  it('judges nothing new when the latest month has no figure', () => {
    for (const latest of [null, { numerator: 0, denominator: 0 }]) expect(leastWindowPValue([month(5), latest], tail)).toEqual({ ok: true, value: null });
    expect(leastWindowPValue([], tail)).toEqual({ ok: true, value: null });
  });

  it('is a probability that falls when more is noticed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(29), { minLength: 1, maxLength: 12 }), (numerators) => {
        const pOf = (more: number) => {
          const result = leastWindowPValue(numerators.map((numerator, index) => month(numerator + (index === numerators.length - 1 ? more : 0))), tail);
          return result.ok && result.value !== null ? result.value.p : Number.NaN;
        };
        expect(pOf(0)).toBeGreaterThanOrEqual(0);
        expect(pOf(0)).toBeLessThanOrEqual(1);
        expect(pOf(1)).toBeLessThanOrEqual(pOf(0));
      }),
    );
  });

  it('keeps its level for a baseline that is right', () => {
    // Every month of three windows, exactly: the chance that p <= .05 in one single month, from the law itself.
    const below = betaBinomialPmf(30, 12, 88).reduce((sum, chance, x) => {
      const result = leastWindowPValue([month(x)], tail);
      return result.ok && result.value !== null && result.value.p <= 0.05 ? sum + chance : sum;
    }, 0);
    expect(below).toBeGreaterThan(0);
    expect(below).toBeLessThanOrEqual(0.05);
  });

  it('takes events per exposure when told so, and names what is wrong', () => {
    const rate = rateWindowTail({ shape: 20, perUnit: 40 });
    const points = [{ numerator: 9, denominator: 5 }];
    expect(rate.ok && leastWindowPValue(points, rate.value, { mayExceed: true })).toEqual({ ok: true, value: { p: 3 * gammaPoissonAtLeast(9, 20, 40, 5), window: 1 } });
    expect(leastWindowPValue(points, tail)).toEqual({ ok: false, fault: { code: 'numerator-above-denominator', position: 0 } });
    expect(leastWindowPValue([month(1)], tail, { windows: [0] })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'windows' } });
  });
});
