import journeys from '../e2e/playwright.config.js';

/** The settings of the browser journeys, for pictures instead of promises. */
export default {
  ...journeys,
  testMatch: '**/*.pictures.ts',
  globalSetup: '../e2e/start-server.ts',
  timeout: 60_000,
  outputDir: '../.results/gallery-artifacts',
  reporter: [['line']] satisfies readonly [readonly [string]],
};
