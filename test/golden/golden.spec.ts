import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { WORKING_COPY } from '../support/run-program.js';
import { judge, type GoldenVector, type Recipe } from './golden-vector.js';
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

  it('calls a vector of a kind that nothing knows unsupported', () => {
    expect(judge(vector({ a: 1 }), [recipe(null)])).toEqual({ state: 'unsupported' });
    expect(lineOf({ name: 'one', verdict: { state: 'unsupported' } })).toBe('unsupported one');
  });
});
