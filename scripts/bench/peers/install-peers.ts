import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../start/child.mjs';
import { StopError } from '../../start/say.mjs';

/** What `npm ci` leaves behind; compared with the lock file to see whether it still holds. */
const INSTALLED = 'node_modules/.package-lock.json';

/** Installs the peers beside the project, once. Throws StopError with what a person can do when they cannot be had. */
export async function installPeers(root: string, say: (words: string) => void): Promise<string> {
  const folder = join(root, 'bench/peers');
  if (isInstalled(folder)) return folder;
  say('installing the peers into bench/peers');
  const options = ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  const { code, output } = await npm(options, { cwd: folder });
  if (code !== 0)
    throw new StopError(
      `The peers could not be installed in bench/peers (npm ci ended with ${code}). They come from the npm registry, so a line is ` +
        `needed once; everything else is measured without them: npm run bench\n\n${output.slice(-2000)}`,
    );
  return folder;
}

function isInstalled(folder: string): boolean {
  const installed = join(folder, INSTALLED);
  if (!existsSync(installed)) return false;
  const versions = (path: string) =>
    Object.entries(
      (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version?: string }> }).packages,
    )
      .filter(([name]) => name !== '')
      .map(([name, { version }]) => `${name}@${version}`);
  const there = new Set(versions(installed));
  const direct = Object.keys(
    (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: object }).dependencies,
  );
  const wanted = new Set(direct.map((name) => `node_modules/${name}`));
  return versions(join(folder, 'package-lock.json'))
    .filter((one) => wanted.has(one.slice(0, one.lastIndexOf('@'))))
    .every((one) => there.has(one));
}
