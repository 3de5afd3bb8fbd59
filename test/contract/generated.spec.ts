import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { runNode, WORKING_COPY } from '../support/run-program.js';

describe('what is generated and committed', () => {
  it('is the schema that the resolvers make; `npx nx run api:schema` brings it up to date', async () => {
    const made = await runNode('apps/api/dist/print-schema.js', []);
    expect(made.stdout).toBe(await readFile(`${WORKING_COPY}apps/api/schema.graphql`, 'utf8'));
  });

  it('is the schema of source systems that their resolvers make; `npx nx run api:schema` brings it up to date', async () => {
    const made = await runNode('apps/api/dist/print-schema.js', ['intake']);
    expect(made.stdout).toBe(await readFile(`${WORKING_COPY}apps/api/intake.graphql`, 'utf8'));
  });

  it('is the typed documents that the schema and the queries make; `npx nx run dashboard:codegen` brings them up to date', async () => {
    const checked = await runNode('node_modules/@graphql-codegen/cli/cjs/bin.js', ['--config', 'codegen.ts', '--check'], { cwd: `${WORKING_COPY}apps/dashboard` });
    expect(`${checked.stdout}${checked.stderr}`).not.toContain('stale');
    expect(checked.code).toBe(0);
  });
});
