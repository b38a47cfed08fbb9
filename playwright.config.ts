import { defineConfig } from '@playwright/test';

/** Each worker has a server of its own; what a journey waits for, the other uses. The build must be there: `npm run build`. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  // named in the result, and two at most: scripts/test/counts.mjs
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  outputDir: 'test-results',
  forbidOnly: true,
});
