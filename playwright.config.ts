import { defineConfig } from '@playwright/test';

/** One worker: the journeys share one server and two cores. The build must be there: `npm run build`. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results',
  forbidOnly: true,
});
