import { preset } from '../../jest.preset.mjs';

/** Integration tests on a real PostgreSQL: one cluster a run, one database a suite, cloned from a migrated template. */
export default {
  ...preset({ decorators: true }),
  testMatch: ['<rootDir>/src/**/*.int-spec.ts'],
  globalSetup: '<rootDir>/jest.integration.setup.mjs',
  globalTeardown: '<rootDir>/jest.integration.teardown.mjs',
  testTimeout: 60_000,
};
