import { preset } from '../jest.preset.mjs';

/** Promises about the product as a whole: contracts, walls, migrations, real files, real processes. */
export default {
  ...preset({ decorators: true }),
  testMatch: ['<rootDir>/**/*.spec.ts'],
  globalSetup: '<rootDir>/../apps/api/jest.integration.setup.mjs',
  globalTeardown: '<rootDir>/../apps/api/jest.integration.teardown.mjs',
  testTimeout: 120_000,
};
