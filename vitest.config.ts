import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test/longest-first.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = {
  '@': root.replace(/[\\/]$/, ''),
  // the real one throws wherever no React server is
  'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
};
const onTheServer = ['lib/server/**/*.test.ts', 'app/api/**/*.test.ts'];

/**
 * `reliability` needs the production build as well, and is a stage of its own: see `reliability/README.md`.
 * `server` tests get a real PostgreSQL, started once: SETU_TEST_DATABASE_URL is a server on which they may create databases.
 */
export default defineConfig({
  test: {
    // one fewer by itself, which is a single one where there are two cores, and many of the tests wait for other processes
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,components,lib,e2e,scripts}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/node_modules/**', ...onTheServer],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: onTheServer,
          environment: 'node',
          globalSetup: ['scripts/test/real-postgres.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'reliability',
          include: ['reliability/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['scripts/test/real-postgres.mjs'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
