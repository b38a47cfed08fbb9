import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBuildStamp, writeBuildStamp } from './build/build-stamp.mjs';
import { bundleOpeningWorker } from './build/bundle-opening-worker.mjs';
import { compressFiles } from './build/compress-files.mjs';
import { contentHash } from './build/content-hash.mjs';
import { writeOfflinePack } from './build/offline-pack.mjs';
import { sealPages } from './build/seal-pages.mjs';
import { run } from './start/child.mjs';
import { StopError, say } from './start/say.mjs';

/** Builds the app when its sources changed: Next's production build, then the pack that makes every page open off line. */
export async function buildApp(root, { force = false, show = false } = {}) {
  const build = contentHash(root);
  if (!force && readBuildStamp(root) === build) return build;
  say('Building the app (about a minute) …');
  rmSync(join(root, '.next', 'setu-build.json'), { force: true });
  const { code, output } = await run(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'build', '--webpack'],
    {
      cwd: root,
      show,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', SETU_BUILD: build },
    },
  );
  if (code !== 0) throw new StopError(`The build failed:\n${output.trim()}`);
  sealPages(root);
  const pack = writeOfflinePack(root, build);
  compressFiles(root);
  await bundleOpeningWorker(root);
  writeBuildStamp(root, build);
  say(`The app is built: ${pack.routes} pages open off line, build ${build}.`);
  return build;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  buildApp(root, { force: process.argv.includes('--force'), show: true }).catch((error) => {
    process.stderr.write(`${error instanceof StopError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  });
}
