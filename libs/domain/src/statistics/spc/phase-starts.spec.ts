import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, parseMonth, type Month } from '../../period/month.js';
import { phaseStarts, type HeldPeriod } from './phase-starts.js';
import { shareChart } from './share-chart.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const held = (from: string, heldFrom = from): HeldPeriod => ({ from: month(from), heldFrom: month(heldFrom) });
const startsOf = (periods: readonly HeldPeriod[], ...months: string[]) => phaseStarts(periods, months.map(month));

describe('phaseStarts', () => {
  it('begins with the period of the month itself where that holds nothing of before', () => {
    expect(startsOf([held('2026-01'), held('2026-02'), held('2026-03')], '2026-02')).toEqual(['2026-02']);
  });

  it('begins after a period that holds months of before and after the decision', () => {
    expect(startsOf([held('2026-01'), held('2026-04'), held('2026-07')], '2026-05')).toEqual(['2026-07']);
  });

  it('looks at the months a period holds and not at its label', () => {
    expect(startsOf([held('2026-01'), held('2026-04', '2026-03'), held('2026-07')], '2026-04')).toEqual(['2026-07']);
  });

  it('has no period yet for a month after the last one', () => {
    expect(startsOf([held('2026-01')], '2026-02', '2025-06')).toEqual([null, '2026-01']);
    expect(startsOf([], '2026-02')).toEqual([null]);
  });

  it('gives a share chart only starts that a period begins with, whatever was decided', () => {
    const first = month('2024-01');
    const lengths = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 });
    fc.assert(
      fc.property(lengths, fc.array(fc.integer({ min: -5, max: 80 }), { maxLength: 4 }), (sizes, decided) => {
        const periods = sizes.map((size, index) => {
          const from = addMonths(first, sizes.slice(0, index).reduce((sum, one) => sum + one, 0));
          return { from, heldFrom: from, through: addMonths(from, size - 1), cell: { state: 'withheld' } as const };
        });
        const starts = phaseStarts(periods, decided.map((months) => addMonths(first, months)));
        const rebasedFrom = starts.filter((start) => start !== null);
        const chart = shareChart(periods, { rebasedFrom });
        const begun = new Set(rebasedFrom.filter((start) => start !== first));
        expect(chart.ok && chart.value.phases.length).toBe(periods.length === 0 ? 0 : 1 + begun.size);
      }),
    );
  });
});
