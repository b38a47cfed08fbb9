import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made from. Anything else may change without a new build. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build',
  'scripts/build.mjs',
];
const MADE_BY_THE_BUILD = /^public\/(sw\.js|sw\.js\.map|swe-worker-.*|offline-pack\.json|br\/.*)$/;
const NOT_BUILT = /(\.test\.tsx?|\.md)$|\/testing\//;

function* filesUnder(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* filesUnder(root, `${path}/${name}`);
}

/** The build id: a hash over the names and bytes of all sources, so equal sources give an equal build on every machine. */
export function contentHash(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesUnder(root, source)) {
      if (MADE_BY_THE_BUILD.test(path) || NOT_BUILT.test(path)) continue;
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}
