import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampPath = (root) => join(root, '.next', 'setu-build.json');

/** Id of the finished build in .next, or null. Written last, so a build that was cut off does not count. */
export function readBuildStamp(root) {
  if (!existsSync(stampPath(root))) return null;
  try {
    return JSON.parse(readFileSync(stampPath(root), 'utf8')).build ?? null;
  } catch {
    return null;
  }
}

export function writeBuildStamp(root, build) {
  writeFileSync(stampPath(root), `${JSON.stringify({ build })}\n`);
}
