import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORKING_COPY } from '../support/run-program.js';
import { judge, type GoldenVector, type Recipe } from './golden-vector.js';
import { RECIPES } from './recipes/recipes.js';
import { lineOf, runGolden } from './run-golden.js';

const OWN = join(WORKING_COPY, 'test/golden/vectors');
const BESIDE = join(WORKING_COPY, '../shared/statistics-vectors');
const FOLDERS = [OWN, ...(existsSync(BESIDE) ? [BESIDE] : [])];
if (FOLDERS.length === 1) process.stderr.write('left out: the golden vectors beside the working copy, because they are not on this machine\n');

for (const folder of FOLDERS) {
  const outcomes = await runGolden(folder);

  describe(`the vectors of ${folder === OWN ? 'the project' : 'the folder beside it'}`, () => {
    it('are there', () => {
      expect(outcomes.length).toBeGreaterThan(60);
    });

    it.each(outcomes.map((outcome) => [outcome.name, outcome] as const))('agree with the library: %s', (name, outcome) => {
      expect(lineOf(outcome)).toBe(`pass ${name}`);
    });
  });
}

describe('the comparison with a vector', () => {
  const vector = (expected: GoldenVector['expected'], tolerance: GoldenVector['tolerance'] = 1e-9): GoldenVector => ({ name: 'one', source: 'by hand', input: {}, expected, tolerance });
  const recipe = (answer: Readonly<Record<string, unknown>> | null): Recipe => ({ kind: 'by hand', answers: () => answer });

  it('passes when every expected field is there', () => {
    expect(judge(vector({ a: 1, b: [null, true], c: { d: 'x' } }), [recipe({ a: 1 + 1e-10, b: [null, true], c: { d: 'x' }, extra: 1 })])).toEqual({ state: 'pass' });
  });

  it('names the first field and place that differs', () => {
    expect(judge(vector({ a: [1, 2, 3] }), [recipe({ a: [1, 2.1, 4] })])).toEqual({ state: 'fail', difference: 'a[1]: expected 2, found 2.1' });
    expect(judge(vector({ a: [1, 2] }), [recipe({ a: [1] })])).toEqual({ state: 'fail', difference: 'a: expected 2 values, found 1' });
    expect(judge(vector({ a: null }), [recipe({})])).toEqual({ state: 'fail', difference: 'a: expected null, found nothing' });
    expect(judge(vector({ a: 1 }), [recipe({ a: Number.NaN })])).toEqual({ state: 'fail', difference: 'a: expected 1, found null' });
  });

  it('measures large values by their size and takes the tolerance of the field', () => {
    expect(judge(vector({ a: 1000 }, 0.001), [recipe({ a: 1000.9 })])).toEqual({ state: 'pass' });
    expect(judge(vector({ exp_for_lower: 1, b: 1 }, { default: 0, exp_for: 0.1 }), [recipe({ exp_for_lower: 1.05, b: 1 })])).toEqual({ state: 'pass' });
    expect(judge(vector({ b: 1 }, { default: 0, exp_for: 0.1 }), [recipe({ b: 1.05 })])).toMatchObject({ state: 'fail' });
  });

  it('takes a list of one and its only item for the same, because R does', () => {
    expect(judge(vector({ a: 1, b: [2], c: { d: [3] }, e: 'x' }), [recipe({ a: [1], b: 2, c: [{ d: 3 }], e: ['x'] })])).toEqual({ state: 'pass' });
    expect(judge(vector({ a: 1 }), [recipe({ a: [1.1] })])).toEqual({ state: 'fail', difference: 'a: expected 1, found 1.1' });
    expect(judge(vector({ a: 1 }), [recipe({ a: [1, 1] })])).toMatchObject({ state: 'fail' });
    expect(judge(vector({ a: [null] }), [recipe({})])).toMatchObject({ state: 'fail' });
  });

  it('allows a billionth where the vector names no tolerance for a field', () => {
    expect(judge(vector({ b: 1 }, { exp_for: 0.1 }), [recipe({ b: 1 + 1e-10 })])).toEqual({ state: 'pass' });
    expect(judge(vector({ b: 1 }, { exp_for: 0.1 }), [recipe({ b: 1 + 1e-8 })])).toMatchObject({ state: 'fail' });
  });

  it('calls a vector of a kind that nothing knows unsupported', () => {
    expect(judge(vector({ a: 1 }), [recipe(null)])).toEqual({ state: 'unsupported' });
    expect(lineOf({ name: 'one', verdict: { state: 'unsupported' } })).toBe('unsupported one');
  });
});

describe('a folder of vectors', () => {
  let folder = '';
  const write = (name: string, content: unknown) => writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const vector = (name: string, input: unknown, expected: unknown) => ({ name, source: 'by hand', input, expected, tolerance: 1e-9 });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden vectors '));
    await mkdir(join(folder, 'inner.json'));
    await mkdir(join(folder, 'z'));
    await write('README.md', 'not a vector');
    await write('a-broken.json', '{"name": "broken", ');
    await write('b-no-vector.json', { name: 'no vector', input: {} });
    await write('c.json', vector('of an unknown kind', { thing: 1 }, { answer: 1 }));
    await write('d.json', { ...vector('one p-value', { p: 0.03 }, { BH: 0.03, reject_BH_10: true }), tolerance: undefined });
    await write('e.json', vector('wrong', { p: [0.03, 0.5] }, { BH: [0.06, 0.4] }));
    await write('f.json', vector('a case that throws', { z: 1, lambda: 2, nsigmas: 3, decision_interval: 4, se_shift: 1 }, { ewma: 1 }));
    await write('z/one.json', vector('in a folder inside', { p: 0.03 }, { BH: 0.03 }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has one line for each vector file, whatever the others are', async () => {
    const lines = (await runGolden(folder)).map(lineOf);
    expect(lines).toHaveLength(7);
    expect(lines.slice(2)).toEqual(['unsupported of an unknown kind', 'pass one p-value', 'fail wrong: BH[1]: expected 0.4, found 0.5', 'fail a case that throws: the library answers out-of-range', 'pass in a folder inside']);
    expect(lines[0]).toMatch(/^fail a-broken: /);
    expect(lines[1]).toMatch(/^fail b-no-vector: the file is no golden vector: /);
  });
});

describe('a vector as R may write it', () => {
  const passes = (input: GoldenVector['input'], expected: GoldenVector['expected'], source = 'by hand') =>
    expect(judge({ name: 'one', source, input, expected, tolerance: 1e-9 }, RECIPES)).toEqual({ state: 'pass' });

  it('may hold bare items for lists of one', () => {
    passes({ chart: 'c', y: 4 }, { y: 4, cl: 4, ucl: 10, lcl: 0, n_obs: 1 });
    passes({ x: 0, n: 10, confidence: 0.95 }, { proportion: 0, clopper_lower: 0, rate_method: 'Exact' });
    passes({ values: 4, dates: '2026-01-01', improvement_direction: 'increase', target: null }, { mean: 4, lpl: null, variation_icon: 'common_cause' });
    passes({ numerator: 0, denominator: 10 }, { average: 0, significance: 'Not significant' });
  });

  it('may leave an option out by null', () => {
    passes({ numerator: [5, 5], denominator: [10, 10], group: ['a', 'b'], data_type: 'PR', sr_method: null, limit: null, trim_by: null }, { rr: [0.5, 0.5], outlier: [0, 0] });
    passes({ chart: 'c', y: [4, 4], part: null, freeze: null, exclude: null, cl: null, multiply: null, method: null }, { cl: [4, 4] });
  });

  it('may have its groups in the order of another language, and numbers as texts', () => {
    const counts = { numerator: [1, 2, 3], denominator: [4, 4, 4], data_type: 'PR' };
    passes({ ...counts, group: ['B', 'a', 'C'] }, { group: ['a', 'B', 'C'], numerator: [2, 1, 3] });
    passes({ ...counts, group: [10, 9, 8] }, { group: ['8', '9', '10'], numerator: [3, 2, 1] });
  });

  it('may have a team in which nothing is expected', () => {
    const input = { team: ['a', 'a', 'b', 'b'], stratum: [1, 2, 1, 2], n: [0, 0, 10, 10], x: [0, 0, 1, 2], ref_x: [10, 20], ref_n: [100, 100] };
    passes(input, { team: ['a', 'b'], observed: [0, 3], expected: [0, 3], ratio: [null, 1], lower95: [null, 0.2062240409652], method: ['Exact', 'Exact'], ref_rate: [15, 15], israte: [null, 15] });
  });

  it('may name the multiplier of its rates in its source', () => {
    const strata = { team: ['a', 'a'], n: [100, 100], x: [10, 20], w: [1, 1] };
    passes(strata, { total_count: 30, value: 15 });
    passes(strata, { value: 150 }, 'calculate_dsr(multiplier=1000)');
    passes({ ...strata, multiplier: 10 }, { value: 1.5 });
  });
});
