import { existsSync } from 'node:fs';
import { preset } from '../jest.preset.mjs';

/** Checks that read something beside the working copy run where it is, and are left out, in one line, where it is not. */
const BESIDE = [
  { spec: 'noorderlicht', folder: new URL('../../shared/data/noorderlicht', import.meta.url) },
  { spec: 'disclosure-reference', folder: new URL('../../shared/disclosure-attack', import.meta.url) },
];
const leftOut = BESIDE.filter(({ folder }) => !existsSync(folder));
for (const { spec } of leftOut) process.stderr.write(`left out: ${spec}.spec.ts, because what it reads is not on this machine\n`);

/** Promises about the product as a whole: contracts, walls, migrations, real files, real processes. */
export default {
  ...preset({ decorators: true }),
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...leftOut.map(({ spec }) => `/${spec}/`)],
  globalSetup: '<rootDir>/../apps/api/jest.integration.setup.mjs',
  globalTeardown: '<rootDir>/../apps/api/jest.integration.teardown.mjs',
  testTimeout: 120_000,
};
