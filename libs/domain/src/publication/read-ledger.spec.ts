import { describe, expect, it } from '@jest/globals';
import { CATALOGUE, findMeasure } from '../measure/catalogue.js';
import { addMonths, parseMonth, type Month } from '../period/month.js';
import { figureGrain, figurePeriods } from './figure-grain.js';
import { EMPTY_LEDGER, sumOverBlocks, withCountsOfUnits, type PublishedBlock, type PublishedLedger } from './published-ledger.js';
import { placePeriods, unitPeriods, type PublishedSource } from './read-figures.js';
import { ledgerKeysOf, readLedger, type LedgerMeasure } from './read-ledger.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

function measured(code: string): LedgerMeasure {
  const measure = findMeasure(code);
  if (measure === null || measure.kind === 'derived' || measure.kind === 'support-share' || measure.kind === 'support-reach') throw new Error(`${code} has no ledger`);
  return measure;
}

const START = month('2026-01');
const block = (number: number, reflections = 20): PublishedBlock => ({ number, from: addMonths(START, number - 1), through: addMonths(START, number - 1), reflections, region: 1, units: 1, unitsInPlace: 1 });
const posted = (key: string, firstBlock: number, lastBlock: number, value: number) => ({ key, firstBlock, lastBlock, value });

function ledger(rows: Partial<PublishedLedger>): PublishedLedger {
  return { ...EMPTY_LEDGER, blocks: [block(1), block(2), block(3)], ...rows };
}

const only = (code: string, rows: Partial<PublishedLedger>) => {
  const measure = measured(code);
  return readLedger(measure, measure.grain.period, ledger(rows)).map(({ from, through, reflections, numerator, denominator, parts }) => ({ from, through, reflections, numerator, denominator, parts }));
};

describe('a figure of a ledger', () => {
  it('has for its denominator n without what was posted as missing', () => {
    expect(only('PITFALL_COALITION', { counts: [posted('noticed:COALITION', 1, 1, 6), posted('missing:known:pitfalls', 1, 1, 3)] })).toEqual([
      { from: '2026-01', through: '2026-01', reflections: 20, numerator: 6, denominator: 17, parts: [] },
    ]);
  });

  it('takes a posted zero for a figure, and a size that was not posted for none', () => {
    expect(only('PITFALL_COALITION', { counts: [posted('noticed:COALITION', 1, 1, 0), posted('noticed:COALITION', 2, 2, 3), posted('missing:known:pitfalls', 1, 1, 0)] })).toMatchObject([
      { through: '2026-01', numerator: 0, denominator: 20 },
    ]);
  });

  it('of a part runs over its window, with the sizes of the blocks in it added up and the shortfall taken off', () => {
    const rows = {
      counts: [posted('minorsInvolved:true', 1, 1, 6), posted('minorsInvolved:true', 2, 2, 9), posted('minorsInvolved:true', 3, 3, 12), posted('child-attention:incomplete', 1, 2, 6), posted('child-attention:no', 1, 2, 3)],
      windows: [{ key: 'part:minorsInvolved:true@month', firstBlock: 1, lastBlock: 2 }],
    };
    expect(only('CHILD_ATTENTION', rows)).toEqual([{ from: '2026-01', through: '2026-02', reflections: 40, numerator: 9, denominator: 15, parts: [3, 3] }]);
  });

  it('reads one true count where it is posted: what was noticed at all is the size of what may be brought to support', () => {
    const rows = { counts: [posted('noticed:any', 1, 1, 15), posted('noticed:any-brought-to-support', 1, 1, 6)], windows: [{ key: 'part:noticed:any@month', firstBlock: 1, lastBlock: 1 }] };
    expect(ledgerKeysOf(measured('BROUGHT_TO_SUPPORT'), 'month').counts).toEqual(['noticed:any-brought-to-support', 'noticed:any']);
    expect(only('BROUGHT_TO_SUPPORT', rows)).toMatchObject([{ numerator: 9, denominator: 15 }]);
  });

  it('reads a denominator that is a difference from the postings of the two', () => {
    const rows = {
      counts: [posted('missing:known:questionsCompared', 1, 3, 12), posted('questionsCompared:not_compared', 1, 3, 15), posted('questionsCompared:not_reconciled', 1, 3, 6)],
      windows: [{ key: 'part:known:questionsCompared@quarter', firstBlock: 1, lastBlock: 3 }],
    };
    expect(only('REFERRAL_MISMATCH', rows)).toMatchObject([{ reflections: 60, numerator: 6, denominator: 33 }]);
    expect(only('QUESTIONS_COMPARED', rows)).toMatchObject([{ numerator: 33, denominator: 48 }]);
  });

  it('of hours is the posted sum beside the reflections in which hours are known', () => {
    const rows = { hours: [{ measure: 'EXTRA_HOURS', firstBlock: 1, lastBlock: 3, hours: 45 }], counts: [posted('missing:known:extraHours', 1, 3, 6)] };
    expect(only('EXTRA_HOURS', rows)).toMatchObject([{ from: '2026-01', through: '2026-03', numerator: 45, denominator: 54 }]);
  });

  it('of fields takes what was not answered off what could be asked', () => {
    const rows = { counts: [posted('askable:COMPLETENESS', 1, 1, 300), posted('unanswered:COMPLETENESS', 1, 1, 90)] };
    expect(only('COMPLETENESS', rows)).toMatchObject([{ numerator: 210, denominator: 300 }]);
  });

  it('is never more than all, and never less than none, where the two roundings pass each other', () => {
    expect(only('PITFALL_ANY', { counts: [posted('noticed:any', 1, 1, 18), posted('missing:known:pitfalls', 1, 1, 6)] })).toMatchObject([{ numerator: 14, denominator: 14 }]);
  });

  it('is not guessed where a size was posted over other blocks than the window', () => {
    expect(sumOverBlocks([posted('k', 1, 2, 3)], new Set([1]))).toBeNull();
    expect(sumOverBlocks([posted('k', 1, 1, 3)], new Set([1, 2]))).toBeNull();
    expect(sumOverBlocks([posted('k', 1, 1, 3), posted('k', 2, 2, 0), posted('k', 3, 3, 9)], new Set([1, 2]))).toBe(3);
  });
});

describe('what a wider place reads from its units', () => {
  const members = [{ number: 1, unit: 7, unitBlock: 4 }, { number: 1, unit: 8, unitBlock: 2 }, { number: 1, unit: 8, unitBlock: 3 }];
  const wide = ledger({ blocks: [block(1)], counts: [posted('own', 1, 1, 3)] });

  it('is what they posted over exactly the blocks that are in it', () => {
    const countsOf = (unit: number) => (unit === 7 ? [posted('k', 4, 4, 3), posted('k', 5, 5, 9)] : [posted('k', 2, 3, 6)]);
    expect(withCountsOfUnits(wide, members, countsOf, ['k', 'own']).counts).toEqual([posted('own', 1, 1, 3), posted('k', 1, 1, 9)]);
  });

  it('is nothing where one of them posted nothing, or over other blocks as well', () => {
    expect(withCountsOfUnits(wide, members, (unit) => (unit === 7 ? [posted('k', 4, 4, 3)] : []), ['k']).counts).toEqual(wide.counts);
    expect(withCountsOfUnits(wide, members, (unit) => (unit === 7 ? [posted('k', 3, 4, 3)] : [posted('k', 2, 3, 6)]), ['k']).counts).toEqual(wide.counts);
  });
});

describe('where figures of a measure are published', () => {
  it.each([
    ['PITFALL_ANY', 'team', 'team/month', ['month', 'quarter', 'half-year', 'year']],
    ['PITFALL_ANY', 'organisation', 'team/month', ['month', 'quarter', 'half-year', 'year']],
    ['PITFALL_SECRECY', 'team', 'team/half-year', ['half-year']],
    ['PITFALL_SECRECY', 'region', null, []],
    ['PITFALL_SECRECY', 'organisation', 'organisation/quarter', ['quarter', 'half-year', 'year']],
    ['ROUND_TABLE_HELD', 'team', null, []],
    ['ROUND_TABLE_HELD', 'organisation', 'region/half-year', ['half-year', 'year']],
    ['COMPLETENESS', 'region', null, []],
    ['SUPPORT_HELD', 'organisation', null, []],
  ] as const)('%s at %s comes from %s, for %j', (code, place, from, periods) => {
    const measure = findMeasure(code);
    if (measure === null) throw new Error('no measure');
    const grain = figureGrain(measure, place);
    expect(grain === null ? null : `${grain.ledgers}/${grain.period}`).toBe(from);
    expect(figurePeriods(measure, place)).toEqual(periods);
  });

  it('every measure with ledgers has figures somewhere', () => {
    const places = ['team', 'region', 'organisation'] as const;
    const hidden = CATALOGUE.filter((measure) => places.every((place) => figurePeriods(measure, place).length === 0));
    expect(new Set(hidden.map(({ kind }) => kind))).toEqual(new Set(['support-reach', 'support-share', 'derived']));
  });
});

describe('periods', () => {
  const figure = (from: string, through: string, numerator: number) => ({ from: month(from), through: month(through), reflections: 30, numerator, denominator: 24, parts: [], region: 1, units: 1, unitsInPlace: 1 });
  const source = (rows: Partial<PublishedSource>): PublishedSource => ({ figures: [], absent: [], closed: { from: START, through: month('2026-06') }, regionAt: () => 1, ...rows });
  const told = (found: ReturnType<typeof unitPeriods>) => found.map(({ from, through, cell }) => `${from}/${through} ${cell.state}`);

  it('tell zero, withheld and absent apart, and say which months went together', () => {
    const found = unitPeriods(source({ figures: [figure('2026-01', '2026-01', 0), figure('2026-03', '2026-05', 6)], absent: [month('2026-02')] }), 'month');
    expect(told(found)).toEqual(['2026-01/2026-01 shown', '2026-02/2026-02 absent', '2026-03/2026-05 shown', '2026-06/2026-06 withheld']);
    expect(found[0]?.cell).toEqual({ state: 'shown', numerator: 0, denominator: 24 });
  });

  it('let a block belong to the quarter in which it closed, and leave out a quarter that has not ended', () => {
    const figures = [figure('2026-01', '2026-01', 3), figure('2026-02', '2026-04', 6), figure('2026-05', '2026-05', 3)];
    expect(told(unitPeriods(source({ figures }), 'quarter'))).toEqual(['2026-01/2026-01 shown', '2026-02/2026-05 shown']);
    expect(told(unitPeriods(source({ figures, closed: { from: START, through: month('2026-05') } }), 'quarter'))).toEqual(['2026-01/2026-01 shown']);
  });

  it('of a quarter that is only gone into the next are no period of their own', () => {
    expect(told(unitPeriods(source({ figures: [figure('2026-01', '2026-06', 3)] }), 'quarter'))).toEqual(['2026-01/2026-06 shown']);
  });

  it('are none before the first close', () => {
    expect([unitPeriods(source({ closed: null }), 'month'), placePeriods([source({ closed: null })], 'month', null)]).toEqual([[], []]);
  });

  it('of a sum name the units it covers, of those that had a month to close', () => {
    const later = source({ closed: { from: month('2026-05'), through: month('2026-06') } });
    const found = placePeriods([source({ figures: [figure('2026-02', '2026-04', 6)] }), source({ absent: [month('2026-04')] }), later], 'quarter', null);
    expect(found.map(({ from, heldFrom, coverage, cell }) => ({ from, heldFrom, coverage, state: cell.state }))).toEqual([
      { from: '2026-01', heldFrom: '2026-01', coverage: { covered: 0, all: 2 }, state: 'withheld' },
      { from: '2026-04', heldFrom: '2026-02', coverage: { covered: 1, all: 3 }, state: 'shown' },
    ]);
  });

  it('of a sum are absent only when no unit reported anything', () => {
    const silent = source({ absent: ['2026-01', '2026-02', '2026-03'].map(month), closed: { from: START, through: month('2026-03') } });
    expect(placePeriods([silent, silent], 'quarter', 1)[0]?.cell.state).toBe('absent');
    expect(placePeriods([silent, { ...silent, absent: [] }], 'quarter', 1)[0]?.cell.state).toBe('withheld');
  });

  it('of a wider ledger take the number of units from its blocks', () => {
    const wide = source({ regionAt: null, figures: [{ ...figure('2026-01', '2026-06', 9), region: null, units: 7, unitsInPlace: 8 }] });
    expect(placePeriods([wide, wide], 'half-year', null)[0]).toMatchObject({ coverage: { covered: 14, all: 16 }, ledgers: 2 });
    expect(placePeriods([{ ...wide, figures: [] }], 'half-year', null)[0]).toMatchObject({ coverage: null, ledgers: 0, cell: { state: 'withheld' } });
  });
});
