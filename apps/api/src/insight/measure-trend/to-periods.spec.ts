import { describe, expect, it } from '@jest/globals';
import { addMonths, monthsInRange, parseMonth, type Month } from '@rolvast/domain';
import fc from 'fast-check';
import { toPeriods, type TrendRow } from './to-periods.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

const FROM = month('2026-01');
const block = (from: string, through: string, numerator: number, denominator: number, reflections = denominator): TrendRow => ({
  from, through, reflections, numerator, denominator,
});
const unreported = (of: string): TrendRow => ({ from: of, through: of, reflections: null, numerator: null, denominator: null });

describe('toPeriods', () => {
  it('tells a withheld month, an empty month and a zero apart', () => {
    const periods = toPeriods([block('2026-01', '2026-01', 0, 12, 14), unreported('2026-02')], FROM, month('2026-04'));
    expect(periods).toStrictEqual([
      { from: '2026-01', through: '2026-01', reflections: 14, cell: { state: 'shown', numerator: 0, denominator: 12 } },
      { from: '2026-02', through: '2026-02', reflections: null, cell: { state: 'absent' } },
      { from: '2026-03', through: '2026-03', reflections: null, cell: { state: 'withheld' } },
    ]);
  });

  it('shows a block in which the question was never answered with a denominator of 0, because it was reported', () => {
    const [only] = toPeriods([block('2026-01', '2026-01', 0, 0, 12)], FROM, month('2026-02'));
    expect(only?.cell).toStrictEqual({ state: 'shown', numerator: 0, denominator: 0 });
  });

  it('withholds every month when nothing was published', () => {
    expect(toPeriods([], FROM, month('2026-04')).map(({ from, cell }) => [from, cell.state])).toEqual([
      ['2026-01', 'withheld'], ['2026-02', 'withheld'], ['2026-03', 'withheld'],
    ]);
  });

  it('keeps a merged block as one period and withholds none of its months', () => {
    const periods = toPeriods([block('2026-02', '2026-04', 4, 12)], FROM, month('2026-06'));
    expect(periods.map(({ from, through }) => [from, through])).toEqual([['2026-01', '2026-01'], ['2026-02', '2026-04'], ['2026-05', '2026-05']]);
  });

  it('keeps a merged block whole that begins before the window', () => {
    const periods = toPeriods([block('2025-12', '2026-01', 4, 12)], FROM, month('2026-03'));
    expect(periods.map(({ from, cell }) => [from, cell.state])).toEqual([['2025-12', 'shown'], ['2026-02', 'withheld']]);
  });

  it('is empty for an empty window', () => {
    expect(toPeriods([], FROM, FROM)).toEqual([]);
  });

  it.each([
    ['2026-1', '2026-01'],
    ['2026-01', '2026-13'],
    ['2026-01-01', '2026-01'],
  ])('fails on a row from %j through %j instead of showing it', (from, through) => {
    expect(() => toPeriods([block(from, through, 1, 12)], FROM, month('2026-02'))).toThrow('month in another form');
  });

  it.each([
    { numerator: null, denominator: 12 },
    { numerator: 3, denominator: null },
    { numerator: null, denominator: null },
  ])('takes a count that a block was posted without for absent, never for zero: %j', (counts) => {
    const [period] = toPeriods([{ ...block('2026-01', '2026-01', 3, 12), ...counts }], FROM, month('2026-02'));
    expect(period?.cell).toEqual({ state: 'absent' });
  });

  it('covers every month of the window exactly once, in order of time', () => {
    const kinds = fc.array(fc.record({ kind: fc.constantFrom('block', 'unreported', 'withheld'), length: fc.integer({ min: 1, max: 4 }) }), { maxLength: 20 });
    fc.assert(
      fc.property(kinds, (parts) => {
        let next = FROM;
        const rows: TrendRow[] = [];
        for (const { kind, length } of parts) {
          const months = kind === 'block' ? length : 1;
          if (kind === 'block') rows.push(block(next, addMonths(next, months - 1), 3, 12));
          if (kind === 'unreported') rows.push(unreported(next));
          next = addMonths(next, months);
        }
        const periods = toPeriods(rows, FROM, next);
        expect(periods.flatMap(({ from, through }) => monthsInRange(from, addMonths(through, 1)))).toEqual(monthsInRange(FROM, next));
        const states = { block: 'shown', unreported: 'absent', withheld: 'withheld' } as const;
        expect(periods.map(({ cell }) => cell.state)).toEqual(parts.map(({ kind }) => (kind === 'block' ? states.block : kind === 'unreported' ? states.unreported : states.withheld)));
      }),
    );
  });
});
