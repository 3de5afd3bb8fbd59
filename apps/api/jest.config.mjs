import { preset } from '../../jest.preset.mjs';

/** Unit tests: no database, no network. */
export default { ...preset({ decorators: true }), testMatch: ['<rootDir>/src/**/*.spec.ts'] };
