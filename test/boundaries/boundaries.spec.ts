import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { runNode, WORKING_COPY } from '../support/run-program.js';

const cruiseSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

/** What each zone of the API may import besides itself: the contract, written down a second time on purpose. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  config: [],
  access: ['platform'],
  intake: ['access', 'platform'],
  publish: ['intake/reflection-store', 'care/support-sessions', 'platform'],
  care: ['access', 'platform'],
  insight: ['care', 'access', 'platform'],
  demo: ['access', 'intake', 'publish', 'platform'],
  lifetime: ['intake/organisation', 'intake/pseudonymise', 'platform'],
};
const PLACES = [...Object.keys(MAY_IMPORT), 'intake/reflection-store', 'intake/organisation', 'intake/pseudonymise', 'care/support-sessions', 'testing', 'unnamed'];

let tree = '';
beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'rolvast-canary-'));
  await mkdir(join(tree, 'apps'));
  await mkdir(join(tree, 'libs'));
});
afterAll(() => rm(tree, { recursive: true, force: true }));

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), text);
}

/** Plants a file that imports another. */
async function plantImport(from: string, to: string): Promise<void> {
  const way = relative(dirname(from), to).replace(/\.ts$/, '.js');
  await plant(from, `import { canary } from '${way.startsWith('.') ? way : `./${way}`}';\nexport const own = canary;\n`);
}

/** Which of the planted files break which rule. */
async function cruise(): Promise<string[]> {
  const words = ['--config', `${WORKING_COPY}.dependency-cruiser.cjs`, '--ts-config', `${WORKING_COPY}tsconfig.base.json`, '--output-type', 'json', 'apps', 'libs'];
  const ended = await runNode('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', words, { cwd: tree });
  const { violations } = cruiseSchema.parse(JSON.parse(ended.stdout)).summary;
  return violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

function mayImport(zone: string, place: string): boolean {
  return [zone, ...(MAY_IMPORT[zone] ?? [])].some((allowed) => place === allowed || place.startsWith(`${allowed}/`));
}

describe('the rules between folders', () => {
  it('let each zone of the API import what the contract says and refuse everything else', async () => {
    for (const place of PLACES) await plant(`apps/api/src/${place}/target.ts`, 'export const canary = 1;\n');
    const planted: { readonly file: string; readonly isAllowed: boolean }[] = [];
    for (const zone of Object.keys(MAY_IMPORT)) {
      for (const place of PLACES) {
        const file = `apps/api/src/${zone}/imports-${place.replace('/', '-')}.ts`;
        await plantImport(file, `apps/api/src/${place}/target.ts`);
        planted.push({ file, isAllowed: mayImport(zone, place) });
      }
    }
    const refused = await cruise();
    const wrong = planted.filter(({ file, isAllowed }) => refused.some((fault) => fault.startsWith('zone-') && fault.endsWith(`: ${file}`)) === isAllowed);
    expect(wrong).toEqual([]);
    expect(planted.filter((plantedFile) => !plantedFile.isAllowed).length).toBeGreaterThan(50);
  });

  it.each([
    ['apps-meet-at-the-schema', 'apps/dashboard/src/features/one/reads-api.ts', 'apps/api/src/intake/target.ts'],
    ['api-knows-no-dashboard', 'apps/api/src/insight/reads-dashboard.ts', 'apps/dashboard/src/shared/target.ts'],
    ['no-testing-in-the-product', 'apps/api/src/commands/reads-testing.ts', 'apps/api/src/testing/target.ts'],
    ['every-folder-is-a-zone', 'apps/api/src/unnamed/reads-domain.ts', 'libs/domain/src/target.ts'],
    ['dashboard-direction', 'apps/dashboard/src/shared/reads-feature.ts', 'apps/dashboard/src/features/one/target.ts'],
    ['features-do-not-know-the-app', 'apps/dashboard/src/features/one/reads-app.ts', 'apps/dashboard/src/app/target.ts'],
    ['features-do-not-know-each-other', 'apps/dashboard/src/features/one/reads-two.ts', 'apps/dashboard/src/features/two/target.ts'],
    ['domain-is-pure', 'libs/domain/src/reads-api.ts', 'apps/api/src/intake/target.ts'],
    ['statistics-are-pure', 'libs/domain/src/statistics/reads-api.ts', 'apps/api/src/intake/target.ts'],
    ['rules-load-no-distributions', 'libs/domain/src/wording/reads-chart.ts', 'libs/domain/src/statistics/spc/target.ts'],
    ['charts-know-no-nhs-mode', 'libs/domain/src/statistics/spc/reads-nhs.ts', 'libs/domain/src/statistics/nhs/target.ts'],
  ])('refuse, as %s, what %s does', async (rule, from, to) => {
    await plant(to, 'export const canary = 1;\n');
    await plantImport(from, to);
    expect(await cruise()).toContain(`${rule}: ${from}`);
  });

  it('let the domain name a type of the statistics, which loads nothing', async () => {
    await plant('libs/domain/src/statistics/spc/named.ts', 'export interface Canary {\n  readonly own: number;\n}\n');
    await plant('libs/domain/src/wording/names-a-type.ts', "import type { Canary } from '../statistics/spc/named.js';\nexport type Own = Canary;\n");
    expect((await cruise()).filter((fault) => fault.endsWith('names-a-type.ts'))).toEqual([]);
  });

  it('refuse the domain to reach for the machine, and two files to lean on each other', async () => {
    await plant('libs/domain/src/reads-a-file.ts', "import { readFileSync } from 'node:fs';\nexport const canary = readFileSync('/etc/hostname', 'utf8');\n");
    const usesPackage = "import cdf from '@stdlib/stats-base-dists-normal-cdf';\nexport const canary = cdf;\n";
    await plant('libs/domain/src/uses-a-package.ts', usesPackage);
    await plant('libs/domain/src/statistics/uses-a-distribution.ts', usesPackage);
    await plantImport('libs/domain/src/round-one.ts', 'libs/domain/src/round-two.ts');
    await plantImport('libs/domain/src/round-two.ts', 'libs/domain/src/round-one.ts');
    const refused = await cruise();
    expect(refused).toContain('domain-is-pure: libs/domain/src/reads-a-file.ts');
    expect(refused).toContain('domain-is-pure: libs/domain/src/uses-a-package.ts');
    expect(refused).not.toContain('statistics-are-pure: libs/domain/src/statistics/uses-a-distribution.ts');
    expect(refused).toContain('no-circular: libs/domain/src/round-one.ts');
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
