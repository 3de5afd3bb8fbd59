import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { WORKING_COPY } from '../support/run-program.js';

const GENERATED = `${WORKING_COPY}apps/dashboard/src/graphql/generated/persisted-documents.json`;
const BUILT = `${WORKING_COPY}apps/dashboard/dist/.persisted-documents.json`;

describe('the documents that production runs', () => {
  it('are those that were generated, in the build that asks them', async () => {
    expect(await readFile(BUILT, 'utf8')).toBe(await readFile(GENERATED, 'utf8'));
  });

  it('are as many as the dashboard has operations', async () => {
    const documents = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(GENERATED, 'utf8')));
    const asked = (await readFile(`${WORKING_COPY}apps/dashboard/src/graphql/generated/graphql.ts`, 'utf8')).match(/"hash":"sha256:[0-9a-f]{64}"/g) ?? [];
    expect(asked.map((hash) => hash.slice(8, -1)).sort()).toEqual(Object.keys(documents).sort());
  });
});
