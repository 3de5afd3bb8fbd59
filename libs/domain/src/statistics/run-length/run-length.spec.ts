import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standardNormalAtMost } from '../distributions/continuous.js';
import { ewmaLimitWidthFor, ewmaRunLength } from './ewma-run-length.js';
import { gaussLegendre } from './gauss-legendre.js';
import { poissonCusumRunLength } from './poisson-cusum-run-length.js';
import { runRulesRunLength, SHEWHART_RULES, type RunRule } from './run-rules-run-length.js';
import { tabularCusumRunLength, twoSidedTabularCusumRunLength } from './tabular-cusum-run-length.js';

const lengthOf = (result: { readonly ok: boolean; readonly value?: number }) => result.value ?? Number.NaN;
const close = (found: number, wanted: number, relative: number) => expect(Math.abs(found / wanted - 1)).toBeLessThan(relative);
const shewhart = (beyond: number, shift: number) => 1 / (1 - standardNormalAtMost(beyond - shift) + standardNormalAtMost(-beyond - shift));
const { 1: outside, 2: twoOfThree, 3: fourOfFive, 4: eightInARow } = SHEWHART_RULES;

describe('gaussLegendre', () => {
  it('integrates a polynomial of degree 2n - 1 exactly', () => {
    const { nodes, weights } = gaussLegendre(4, 0, 2);
    const integral = nodes.reduce((sum, node, index) => sum + (weights[index] ?? Number.NaN) * node ** 7, 0);
    expect(integral).toBeCloseTo(2 ** 8 / 8, 11);
  });
});

describe('ewmaRunLength', () => {
  it.each([
    // Crowder (1987) and Lucas and Saccucci (1990), tables; SAS/QC manual.
    [0.5, 2, 0, 26.45, 3e-4],
    [0.05, 2, 0, 127.53, 1e-4],
    [0.05, 2, 1, 8.38, 1e-3],
    [0.03, 2.437, 0.5, 29.3, 2e-3],
    [0.25, 3, 1, 11.154267016, 1e-9],
  ])('gives the published length for lambda %d, width %d and shift %d', (weight, limitWidth, shift, wanted, relative) => {
    close(lengthOf(ewmaRunLength({ weight, limitWidth, shift })), wanted, relative);
  });

  it('is a Shewhart chart when only the latest value counts', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3.5, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (limitWidth, shift) => {
        close(lengthOf(ewmaRunLength({ weight: 1, limitWidth, shift })), shewhart(limitWidth, shift), 1e-8);
      }),
      { numRuns: 30 },
    );
  });

  it('does not know up from down, and signals later with wider limits and smaller shifts', () => {
    const setting = fc.record({ weight: fc.double({ min: 0.05, max: 1, noNaN: true }), limitWidth: fc.double({ min: 1, max: 3, noNaN: true }), shift: fc.double({ min: 0.1, max: 3, noNaN: true }) });
    fc.assert(
      fc.property(setting, ({ weight, limitWidth, shift }) => {
        const length = lengthOf(ewmaRunLength({ weight, limitWidth, shift }));
        close(lengthOf(ewmaRunLength({ weight, limitWidth, shift: -shift })), length, 1e-8);
        expect(lengthOf(ewmaRunLength({ weight, limitWidth: limitWidth * 1.1, shift }))).toBeGreaterThan(length);
        expect(lengthOf(ewmaRunLength({ weight, limitWidth, shift: shift / 2 }))).toBeGreaterThan(length);
      }),
      { numRuns: 15 },
    );
  });

  it('finds the limits for a wanted run length', () => {
    const width = ewmaLimitWidthFor(0.03, 500);
    expect(width.ok && width.value).toBeCloseTo(2.4371, 3);
    expect(ewmaLimitWidthFor(0.2, 0.5)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'wanted' } });
    expect(ewmaLimitWidthFor(2, 100)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'weight' } });
  });

  it('says what it can not tell instead of giving a wrong number', () => {
    expect(ewmaRunLength({ weight: 0, limitWidth: 3, shift: 0 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'weight' } });
    expect(ewmaRunLength({ weight: 0.2, limitWidth: Number.NaN, shift: 0 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'limitWidth' } });
    expect(ewmaRunLength({ weight: 0.2, limitWidth: 3, shift: Infinity })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'shift' } });
    expect(ewmaRunLength({ weight: 0.2, limitWidth: 9, shift: 0 })).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
    expect(ewmaRunLength({ weight: 1e-6, limitWidth: 3, shift: 0 })).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
  });
});

/** A CUSUM's run length the other way: the sum on a grid of cells (Brook and Evans), each cell by its middle. */
function onGrid(reference: number, decisionInterval: number, shift: number, cells: number): number {
  const width = (2 * decisionInterval) / (2 * cells - 1);
  const upTo = (steps: number) => standardNormalAtMost((steps + 0.5) * width + reference - shift);
  const stay = Array.from({ length: cells }, (_, from) => Array.from({ length: cells }, (__, to) => upTo(to - from) - (to === 0 ? 0 : upTo(to - from - 1))));
  let lengths = stay.map(() => 1);
  for (let round = 0; round < 1000; round += 1) lengths = stay.map((row) => row.reduce((sum, chance, to) => sum + chance * (lengths[to] ?? Number.NaN), 1));
  return lengths[0] ?? Number.NaN;
}

describe('tabularCusumRunLength', () => {
  it.each([
    // Vance (1986), Brook and Evans (1972), Waldmann (1986), SAS/QC manual.
    [0, 10, 0.25, 36.71, 1e-3],
    [0, 10, 1, 10.75, 1e-3],
    [0.5, 3, 0, 117.59, 1e-4],
    [0.5, 3, -0.5, 1963, 1e-3],
    [0.25, 8, 2.5, 4.1500836225, 1e-7],
  ])('gives the published length for k %d, h %d and shift %d', (reference, decisionInterval, shift, wanted, relative) => {
    close(lengthOf(tabularCusumRunLength({ reference, decisionInterval, shift })), wanted, relative);
  });

  it('agrees with the Markov chain of Brook and Evans', () => {
    for (const [k, h, shift] of [[0.5, 2, 0], [0.25, 3, 0.5], [1, 1.5, 1]] as const) close(onGrid(k, h, shift, 50), lengthOf(tabularCusumRunLength({ reference: k, decisionInterval: h, shift })), 2e-3);
  });

  it('only knows the distance between the shift and the reference', () => {
    const amount = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.double({ min: 0.5, max: 5, noNaN: true }), (shift, more, decisionInterval) => {
        const length = lengthOf(tabularCusumRunLength({ reference: 0.5, decisionInterval, shift }));
        close(lengthOf(tabularCusumRunLength({ reference: 0.5 + more, decisionInterval, shift: shift + more })), length, 1e-7);
      }),
      { numRuns: 30 },
    );
  });

  it('is sooner with both sums than with one, by the sum of their rates', () => {
    close(lengthOf(twoSidedTabularCusumRunLength({ reference: 0.5, decisionInterval: 4, shift: 0 })), 167.68, 1e-4);
    close(lengthOf(twoSidedTabularCusumRunLength({ reference: 0.25, decisionInterval: 8, shift: 2.5 })), 4.1500826715, 1e-6);
    expect(twoSidedTabularCusumRunLength({ reference: -0.1, decisionInterval: 4, shift: 0 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'reference' } });
  });

  it('says what it can not tell', () => {
    expect(tabularCusumRunLength({ reference: Number.NaN, decisionInterval: 4, shift: 0 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'reference' } });
    expect(tabularCusumRunLength({ reference: 0.5, decisionInterval: 0, shift: 0 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'decisionInterval' } });
    expect(tabularCusumRunLength({ reference: 0.5, decisionInterval: 40, shift: 0 })).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
    expect(tabularCusumRunLength({ reference: 0.5, decisionInterval: 4000, shift: 0 })).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
  });
});

describe('poissonCusumRunLength', () => {
  it.each([
    // Lucas (1985), tables 2 to 5: k .25, h 10, signals from h on.
    ['upper', 0, 438],
    ['upper', 20, 333],
    ['lower', 0, 437],
    ['lower', 20, 318],
  ] as const)('gives the published length of the %s chart that begins at %d steps', (side, start, wanted) => {
    close(lengthOf(poissonCusumRunLength({ mean: 0.25, reference: 1, limit: 39, stepsPerEvent: 4, start, side })), wanted, 2e-3);
  });

  it('is the wait for the first event when one event is enough', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5, noNaN: true }), (mean) => {
        close(lengthOf(poissonCusumRunLength({ mean, reference: 0, limit: 0, stepsPerEvent: 1 })), 1 / (1 - Math.exp(-mean)), 1e-9);
      }),
    );
  });

  it('does not change when the lattice is finer than need be', () => {
    const coarse = lengthOf(poissonCusumRunLength({ mean: 2, reference: 6, limit: 13, stepsPerEvent: 2 }));
    close(lengthOf(poissonCusumRunLength({ mean: 2, reference: 18, limit: 39, stepsPerEvent: 6 })), coarse, 1e-9);
  });

  it('says what it can not tell', () => {
    const sound = { mean: 1, reference: 2, limit: 5, stepsPerEvent: 1 };
    for (const [name, value] of [['mean', -1], ['reference', 0.5], ['limit', -1], ['stepsPerEvent', 0], ['start', 6]] as const) {
      expect(poissonCusumRunLength({ ...sound, [name]: value })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: name } });
    }
    expect(poissonCusumRunLength({ ...sound, mean: 0 })).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
    expect(poissonCusumRunLength({ ...sound, limit: 100000 })).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
  });
});

describe('runRulesRunLength', () => {
  // Champ and Woodall (1987), table 1.
  const TABLE: readonly (readonly [string, readonly RunRule[], number, number])[] = [
    ['1 and 2', [outside, twoOfThree], 0.4, 104.46],
    ['1 and 3', [outside, fourOfFive], 0.8, 19.78],
    ['1 and 4', [outside, eightInARow], 1.6, 7.03],
    ['1, 2, 3 and 4', [outside, twoOfThree, fourOfFive, eightInARow], 0, 91.75],
  ];
  it.each(TABLE)('gives the published length of rules %s', (_, rules, shift, wanted) => {
    close(lengthOf(runRulesRunLength({ rules, shift })), wanted, 1e-3);
  });

  it('is the inverse of the chance to be outside when that is the only rule', () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: 0.3, max: 1.2, noNaN: true }), (shift, factor) => {
        close(lengthOf(runRulesRunLength({ rules: [outside], shift, factor })), shewhart(3 * factor, shift), 1e-9);
      }),
    );
  });

  it('waits for a run on one side as long as for a run of heads or tails', () => {
    for (const points of [2, 7, 8]) close(lengthOf(runRulesRunLength({ rules: [{ points, of: points, beyond: 0 }], shift: 0 })), 2 ** points - 1, 1e-9);
  });

  it('is never later for one more rule, and is the same in both directions', () => {
    const rule = fc.constantFrom(outside, twoOfThree, fourOfFive, eightInARow);
    fc.assert(
      fc.property(fc.uniqueArray(rule, { minLength: 1, maxLength: 2 }), rule, fc.double({ min: 0, max: 3, noNaN: true }), (rules, more, shift) => {
        const length = lengthOf(runRulesRunLength({ rules, shift }));
        expect(lengthOf(runRulesRunLength({ rules: [...rules, more], shift }))).toBeLessThanOrEqual(length * (1 + 1e-9));
        close(lengthOf(runRulesRunLength({ rules, shift: -shift })), length, 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('says what it can not tell', () => {
    const fault = (parameter: string) => ({ ok: false, fault: { code: 'out-of-range', parameter } });
    expect(runRulesRunLength({ rules: [], shift: 0 })).toEqual(fault('rules'));
    expect(runRulesRunLength({ rules: [{ points: 3, of: 2, beyond: 1 }], shift: 0 })).toEqual(fault('rules'));
    expect(runRulesRunLength({ rules: [outside], shift: Number.NaN })).toEqual(fault('shift'));
    expect(runRulesRunLength({ rules: [outside], shift: 0, factor: 0 })).toEqual(fault('factor'));
    expect(runRulesRunLength({ rules: [{ points: 8, of: 16, beyond: 1 }], shift: 0 })).toEqual({ ok: false, fault: { code: 'beyond-precision' } });
  });
});
