import { describe, expect, it } from '@jest/globals';
import { qicharts2Chart, type QichartsInput } from './qicharts2-chart.js';

const INPUT: QichartsInput = { chart: 'individuals', values: [], sizes: null, partEnds: [], freeze: null, exclude: [], centre: null, multiply: 1, method: 'anhoej', screened: true };

function rowsOf(input: Partial<QichartsInput>) {
  const rows = qicharts2Chart({ ...INPUT, ...input });
  if (!rows.ok) throw new Error(rows.fault.code);
  return rows.value;
}

const repeat = <Item>(length: number, item: Item): Item[] => Array.from({ length }, () => item);

describe('qicharts2Chart', () => {
  it('has the faults of the reference: no limits for a series that never varies', () => {
    expect(rowsOf({ values: repeat(8, 5) })[0]).toMatchObject({ centre: 5, lower: null, upper: null, outside: false });
    expect(rowsOf({ values: repeat(8, 5), screened: false })[0]).toMatchObject({ lower: 5, upper: 5 });
  });

  it('has the faults of the reference: the next event after none is outside, and p-prime has no limits', () => {
    const zeros = { values: [...repeat(8, 0), 1], sizes: repeat(9, 20), freeze: 8 };
    expect(rowsOf({ ...zeros, chart: 'p' })[8]).toMatchObject({ upper: 0, outside: true });
    expect(rowsOf({ ...zeros, chart: 'p-prime' })[8]).toMatchObject({ centre: 0, upper: null, outside: false });
  });

  it('takes one part or several, passes over ends outside the series, and then does not freeze', () => {
    const values = [1, 3, 2, 14, 12, 13, 25, 24, 26];
    const rows = rowsOf({ chart: 'run', values, partEnds: [6, 3, 0, 9, 40], freeze: 2 });
    expect(rows.map(({ part, centre }) => [part, centre])).toEqual([...repeat(3, [1, 2]), ...repeat(3, [2, 13]), ...repeat(3, [3, 25])]);
  });

  it('leaves an excluded point out of lines and runs and still judges it', () => {
    const rows = rowsOf({ values: [10, 11, 10, 11, 10, 11, 90, 10, 11], exclude: [7] });
    expect([rows[0]?.runs.observations, rows[6]?.outside, (rows[0]?.centre ?? 0) < 11]).toEqual([8, true, true]);
  });

  it('multiplies what is drawn, and keeps a given centre', () => {
    expect(rowsOf({ chart: 'p', values: [2, 3], sizes: [20, 20], multiply: 100, centre: 0.25 })[0]).toMatchObject({ value: 10, centre: 25 });
    expect(rowsOf({ chart: 'g', values: [2, 3], centre: 10 })[0]?.centre).toBeCloseTo(6.93, 9);
    expect(rowsOf({ chart: 'c', values: [2, 3], centre: [4, 9] }).map(({ upper }) => upper)).toEqual([10, 18]);
  });

  it('has no value and no limits where a count or a size is missing', () => {
    const rows = rowsOf({ chart: 'u', values: [2, null, 3, 4], sizes: [10, 10, null, 0] });
    expect(rows.slice(1).map(({ value, upper }) => [value, upper])).toEqual(repeat(3, [null, null]));
  });

  it('refuses a time that is not above 0, with its position', () => {
    expect(qicharts2Chart({ ...INPUT, chart: 't', values: [3, 0, 2] })).toEqual({ ok: false, fault: { code: 'not-above-zero', position: 1 } });
  });
});
