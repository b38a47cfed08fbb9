import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './child.mjs';
import { StopError, say } from './say.mjs';

const stampPath = (root) => join(root, 'node_modules', '.setu-lock-hash');

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** True when node_modules is what the lock file says: by our stamp, or by npm's own record when somebody ran npm himself. */
function isInstalled(root) {
  if (existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8') === lockHash(root)) return true;
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  );
}

/** Installs exactly what package-lock.json names, once per lock file. */
export async function installPackages(root) {
  if (isInstalled(root)) {
    writeFileSync(stampPath(root), lockHash(root));
    return;
  }
  say('Installing packages (the first time takes a minute or two) …');
  const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0) {
    throw new StopError(
      `Packages could not be installed:\n${reasonOf(output)}\nIs there a network? Try again with: npm ci`,
    );
  }
  writeFileSync(stampPath(root), lockHash(root));
  say('Packages are installed.');
}

/** npm puts the reason first and a page of help behind it. */
function reasonOf(output) {
  const lines = output.split('\n').filter((line) => /^npm error ./.test(line));
  return (lines.length > 0 ? lines : output.trim().split('\n')).slice(0, 10).join('\n');
}
