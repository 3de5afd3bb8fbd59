import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { WORKING_COPY } from '../support/run-program.js';

const LARGEST_PAGE = 100;

/** The arguments of a schema that are a number, each with the description above it. */
function numberArguments(schema: string): readonly { readonly name: string; readonly description: string }[] {
  return [...schema.matchAll(/"""([^"]*)"""\s+(\w+): Int! = \d+/g)].map(([, description = '', name = '']) => ({ name, description }));
}

describe('what can be asked in numbers', () => {
  it.each(['schema.graphql', 'intake.graphql'])('says how many at most, and that is never more than a hundred: %s', async (file) => {
    const schema = await readFile(`${WORKING_COPY}apps/api/${file}`, 'utf8');
    const found = numberArguments(schema);
    // An argument without a description, or without a default, would not be seen above.
    const operations = schema.slice(schema.indexOf('type Query {')).split('\n}')[0] ?? '';
    expect(found.length).toBe((operations.match(/: Int\b/g) ?? []).length);
    for (const { description } of found) expect(Number(/1 to (\d+)/.exec(description)?.[1] ?? Infinity)).toBeLessThanOrEqual(LARGEST_PAGE);
    expect(found.length).toBeGreaterThan(0);
  });
});
