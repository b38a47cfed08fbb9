import { cpSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Nothing a test reads from: installed, built, or somebody's data. */
const LEFT_OUT = new Set([
  'node_modules',
  '.git',
  '.next',
  '.data',
  '.backups',
  'test-results',
  'playwright-report',
]);

/** Copies the working tree as it is now into `target`, where bugs can be planted. Packages are linked, not copied. */
export function copyTree(root, target) {
  cpSync(root, target, { recursive: true, filter: (path) => path === root || !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'), 'junction');
  return target;
}
