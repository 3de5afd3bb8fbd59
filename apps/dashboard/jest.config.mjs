import { preset } from '../../jest.preset.mjs';

const shared = preset({ jsx: true });

/** Unit tests of the dashboard, from this folder: node --experimental-vm-modules ../../node_modules/jest/bin/jest.js */
export default {
  ...shared,
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['@rolvast/source', 'browser'] },
  setupFiles: ['<rootDir>/test-encoders.mjs', '<rootDir>/src/test-browser.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
  moduleNameMapper: { ...shared.moduleNameMapper, '\\.css$': '<rootDir>/src/test-css-stub.ts' },
};
