import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { runNode, WORKING_COPY } from '../support/run-program.js';

const CANARY = `${WORKING_COPY}test/boundaries/canary`;
const cruiseSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

/** What the rules say of the canary: a small tree that breaks each of them. */
async function cruiseCanary(): Promise<string[]> {
  const ended = await runNode(
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', `${WORKING_COPY}.dependency-cruiser.cjs`, '--ts-config', `${WORKING_COPY}tsconfig.base.json`, '--output-type', 'json', 'apps', 'libs'],
    { cwd: CANARY },
  );
  const { violations } = cruiseSchema.parse(JSON.parse(ended.stdout)).summary;
  return violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

describe('the rules between folders', () => {
  it('refuse each import of the canary that crosses a wall, and no other', async () => {
    expect(await cruiseCanary()).toEqual([
      'apps-meet-at-the-schema: apps/dashboard/src/features/two/two.ts',
      'domain-is-pure: libs/domain/src/reads-a-file.ts',
      'features-do-not-know-each-other: apps/dashboard/src/features/one/reads-two.ts',
      'zone-insight: apps/api/src/insight/reads-intake.ts',
    ]);
  });
});

/** Lints a text as if it stood in a file of a project, with the rule between projects only. */
async function lintAs(file: string, text: string): Promise<string> {
  const config = `${WORKING_COPY}test/boundaries/eslint.canary.config.mjs`;
  const ended = await runNode('node_modules/eslint/bin/eslint.js', ['--no-config-lookup', '--config', config, '--stdin', '--stdin-filename', `${WORKING_COPY}${file}`], { input: text });
  return `${ended.stdout}${ended.stderr}`;
}

describe('the rule between projects', () => {
  it('has a project graph, without which it would skip itself', async () => {
    expect(await lintAs('apps/dashboard/src/canary.ts', `export {};\n`)).not.toContain('ProjectGraph');
  });

  it('refuses the dashboard to import the migrations', async () => {
    expect(await lintAs('apps/dashboard/src/canary.ts', `import { MIGRATIONS } from '@rolvast/migrations';\nexport const names = MIGRATIONS;\n`)).toContain('@nx/enforce-module-boundaries');
  });

  it('refuses the domain to import the API', async () => {
    expect(await lintAs('libs/domain/src/canary.ts', `import { createTestDatabase } from '@rolvast/api/testing';\nexport const make = createTestDatabase;\n`)).toContain('@nx/enforce-module-boundaries');
  });

  it('allows the dashboard to import the domain', async () => {
    expect(await lintAs('apps/dashboard/src/canary.ts', `import { CATALOGUE } from '@rolvast/domain';\nexport const size = CATALOGUE.length;\n`)).not.toContain('@nx/enforce-module-boundaries');
  });
});
