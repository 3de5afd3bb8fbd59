import { defineConfig } from '@playwright/test';
import { z } from 'zod';

const { ROLVAST_E2E_URL: baseURL, ROLVAST_BROWSER: executablePath } = z
  .object({ ROLVAST_E2E_URL: z.url().optional(), ROLVAST_BROWSER: z.string().min(1) })
  .parse(process.env);

/** Flags that keep Chromium from looking for anything outside this machine, and let root run it. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Browser journeys against the real server with the demo organisation. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  globalSetup: './start-server.ts',
  workers: 2,
  timeout: 30_000,
  forbidOnly: true,
  outputDir: '../.results/e2e-artifacts',
  reporter: [['list'], ['json', { outputFile: '../.results/e2e.json' }]],
  use: {
    ...(baseURL === undefined ? {} : { baseURL }),
    viewport: { width: 1366, height: 768 },
    locale: 'nl-NL',
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    screenshot: 'only-on-failure',
  },
});
