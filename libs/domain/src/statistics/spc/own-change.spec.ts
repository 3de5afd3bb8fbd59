import { describe, expect, it } from '@jest/globals';
import { addMonths, parseMonth, type Month } from '../../period/month.js';
import { beyondOwnLimits, ownChange } from './own-change.js';
import type { SignalMark } from './share-chart.js';

const START: Month = monthOrThrow('2026-01');
const QUARTER = { from: START, through: addMonths(START, 2) };

function monthOrThrow(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('no month');
  return month;
}

/** Months from January on, each shown unless said otherwise. */
function months(...states: readonly ('shown' | 'withheld')[]) {
  return states.map((state, index) => ({ through: addMonths(START, index), cell: { state } }));
}

const full = (...marks: readonly (SignalMark | null)[]) => ({ stage: 'full', marks }) as const;

describe('beyondOwnLimits', () => {
  const quarter = (numerator: number, denominator = 60) => [{ through: addMonths(START, 2), cell: { state: 'shown', numerator, denominator } as const }];
  const limits = { lower: [0.05], upper: [0.4] };

  it.each([[0, 'fewer'], [3, null], [12, null], [24, null], [27, 'more']] as const)('places %d of 60 by the limits: %s', (count, side) => {
    expect(beyondOwnLimits(quarter(count), limits, QUARTER.through)).toBe(side);
  });

  it('says nothing without limits, without a figure, and of another stretch', () => {
    expect(beyondOwnLimits(quarter(27), { lower: [null], upper: [null] }, QUARTER.through)).toBeNull();
    expect(beyondOwnLimits(quarter(0, 0), limits, QUARTER.through)).toBeNull();
    expect(beyondOwnLimits([{ through: QUARTER.through, cell: { state: 'withheld' } }], limits, QUARTER.through)).toBeNull();
    expect(beyondOwnLimits(quarter(27), limits, addMonths(START, 5))).toBeNull();
  });
});

describe('ownChange', () => {
  it.each<[SignalMark, string]>([['above-limit', 'more'], ['two-in-three-above', 'more'], ['shift-above', 'more'], ['below-limit', 'fewer'], ['two-in-three-below', 'fewer'], ['shift-below', 'fewer']])('takes the side of the mark %s', (mark, side) => {
    expect(ownChange(months('shown', 'shown', 'shown'), full(null, mark, null), QUARTER)).toBe(side);
  });

  it('is as usual without a mark in the stretch, whatever lies before and after it', () => {
    expect(ownChange(months('shown', 'shown', 'shown', 'shown'), full('above-limit', null, null, 'below-limit'), { from: addMonths(START, 1), through: addMonths(START, 2) })).toBe('as-usual');
  });

  it('takes the last of two marks', () => {
    expect(ownChange(months('shown', 'shown', 'shown'), full('above-limit', 'below-limit', null), QUARTER)).toBe('fewer');
  });

  it.each(['dots-only', 'provisional'] as const)('says nothing of a chart in stage %s', (stage) => {
    expect(ownChange(months('shown'), { stage, marks: [null] }, QUARTER)).toBe('too-few-points');
  });

  it('is null where nothing is shown in the stretch', () => {
    expect(ownChange(months('withheld', 'withheld', 'withheld', 'shown'), full(null, null, null, 'above-limit'), QUARTER)).toBeNull();
  });
});
