import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bernoulliCusum } from './bernoulli-cusum.js';
import { binomialCusum, poissonCusum } from './likelihood-ratio-cusum.js';

const SETTINGS = { baseline: 0.12, ratio: 2, limit: 4 };
const anyPoints = fc.array(
  fc.tuple(fc.nat(40), fc.nat(40)).map(([one, other]) => ({ numerator: Math.min(one, other), denominator: Math.max(one, other) })),
  { minLength: 1, maxLength: 40 },
);

function pathOf(points: Parameters<typeof binomialCusum>[0], settings = SETTINGS) {
  const path = binomialCusum(points, settings);
  if (!path.ok) throw new Error(path.fault.code);
  return path.value;
}

describe('the binomial CUSUM', () => {
  it('neither feeds on a gap nor starts again after it', () => {
    const point = { numerator: 7, denominator: 30 };
    const { evidence, signals } = pathOf([point, null, null, { numerator: 6, denominator: 30 }]);
    expect(evidence[1]).toBeNull();
    expect(evidence[3]).toBeCloseTo(pathOf([point, { numerator: 6, denominator: 30 }]).evidence[1] ?? -1, 12);
    expect(signals).toEqual([false, false, false, false]);
  });

  it('starts again at zero after a signal', () => {
    const rise = { numerator: 20, denominator: 30 };
    const { evidence, signals } = pathOf([rise, rise]);
    expect(signals).toEqual([true, true]);
    expect(evidence[1]).toBeCloseTo(evidence[0] ?? -1, 12);
  });

  it('is never negative and never NaN, whatever the counts', () => {
    fc.assert(fc.property(anyPoints, (points) => pathOf(points).evidence.every((value) => value !== null && value >= 0)));
  });

  it('gives its first signal no sooner at a higher limit', () => {
    fc.assert(
      fc.property(anyPoints, fc.double({ min: 0.5, max: 6, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), (points, limit, more) => {
        const first = (value: number): number => {
          const found = pathOf(points, { ...SETTINGS, limit: value }).signals.indexOf(true);
          return found === -1 ? points.length : found;
        };
        expect(first(limit + more)).toBeGreaterThanOrEqual(first(limit));
      }),
    );
  });

  it('sees in what was not noticed the mirror image of what was', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const mirrored = points.map(({ numerator, denominator }) => ({ numerator: denominator - numerator, denominator }));
        const fall = pathOf(mirrored, { baseline: 1 - SETTINGS.baseline, ratio: 1 / SETTINGS.ratio, limit: SETTINGS.limit });
        for (const [index, value] of pathOf(points).evidence.entries()) expect(fall.evidence[index]).toBeCloseTo(value ?? -1, 9);
      }),
    );
  });

  it.each([
    [[{ numerator: 1, denominator: 5 }, { numerator: 6, denominator: 5 }], { code: 'numerator-above-denominator', position: 1 }],
    [[{ numerator: -1, denominator: 5 }], { code: 'negative', position: 0 }],
    [[null, { numerator: Number.NaN, denominator: 5 }], { code: 'not-a-number', position: 1 }],
  ])('names the first point that can not be: %j', (points, fault) => {
    expect(binomialCusum(points, SETTINGS)).toEqual({ ok: false, fault });
  });

  it.each([
    [{ ...SETTINGS, baseline: 0 }, 'baseline'],
    [{ ...SETTINGS, baseline: Number.NaN }, 'baseline'],
    [{ ...SETTINGS, ratio: 1 }, 'ratio'],
    [{ ...SETTINGS, limit: 0 }, 'limit'],
  ])('refuses a setting that can not be: %j', (settings, parameter) => {
    expect(binomialCusum([], settings)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter } });
  });
});

describe('the Poisson CUSUM', () => {
  it('adds x log(ratio) and takes off what usual events explain', () => {
    const path = poissonCusum([{ numerator: 3, denominator: 2 }], { baseline: 0.5, ratio: 2, limit: 9 });
    expect(path.ok && path.value.evidence[0]).toBeCloseTo(3 * Math.log(2) - 1, 12);
  });

  it('allows more events than units, and refuses what can not be', () => {
    expect(poissonCusum([{ numerator: 9, denominator: 2 }], SETTINGS).ok).toBe(true);
    expect(poissonCusum([{ numerator: 9, denominator: -2 }], SETTINGS)).toEqual({ ok: false, fault: { code: 'negative', position: 0 } });
    expect(poissonCusum([], { ...SETTINGS, baseline: -1 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'baseline' } });
  });
});

describe('the Bernoulli CUSUM', () => {
  it('estimates its target from so many first cases', () => {
    const path = bernoulliCusum([1, 0, 0, 0, 1], { target: 4, ratio: 2, limit: 3.5 });
    expect(path.ok && path.value.usual).toBe(0.25);
  });

  it('says that there are too few cases, names one that is neither, and refuses a target that can not be', () => {
    expect(bernoulliCusum([0, 1], { target: 4, ratio: 2, limit: 3 })).toEqual({ ok: false, fault: { code: 'too-few-points', found: 2, needed: 4 } });
    expect(bernoulliCusum([], { target: 0.1, ratio: 2, limit: 3 })).toEqual({ ok: false, fault: { code: 'too-few-points', found: 0, needed: 1 } });
    expect(bernoulliCusum([0, 1, 2], { target: 0.1, ratio: 2, limit: 3 })).toEqual({ ok: false, fault: { code: 'not-a-number', position: 2 } });
    expect(bernoulliCusum([0, 0], { target: 2, ratio: 2, limit: 3 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'target' } });
    expect(bernoulliCusum([0, 0], { target: 0.1, ratio: 1, limit: 3 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'ratio' } });
  });
});
