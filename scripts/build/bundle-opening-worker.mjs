import { join } from 'node:path';
import { build } from 'esbuild';

/** Where the server looks for it: `lib/server/services/intake/opening-thread.ts`. */
export const openingWorker = (root) => join(root, '.next', 'server', 'opening-worker.mjs');

/** Next packs routes only; the second thread of an intake is a file of its own. */
export async function bundleOpeningWorker(root, outfile = openingWorker(root)) {
  await build({
    entryPoints: [join(root, 'lib/server/services/intake/opening-worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // under it `server-only` is an empty file
    conditions: ['react-server'],
    logLevel: 'warning',
  });
  return outfile;
}
