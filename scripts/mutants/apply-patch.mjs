import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = /^\+\+\+ b\/(.+)$/;
const HUNK = /^@@ -(\d+)(?:,\d+)? \+\d+(?:,\d+)? @@/;

/**
 * A unified diff, file by file; each hunk as the lines that have to be there and those that take their place. Written down here
 * because a machine with only Node has no git. Knows changed files only: a planted bug neither adds nor removes one.
 */
export function readPatch(text) {
  const files = [];
  let hunk;
  for (const line of text.split('\n')) {
    const path = FILE.exec(line)?.[1];
    const start = HUNK.exec(line)?.[1];
    if (path !== undefined) files.push({ path, hunks: [] });
    else if (start !== undefined) {
      hunk = { line: Number(start), before: [], after: [] };
      files.at(-1).hunks.push(hunk);
    } else if (line.startsWith('diff ')) hunk = undefined;
    else if (hunk && line.startsWith('-')) hunk.before.push(line.slice(1));
    else if (hunk && line.startsWith('+')) hunk.after.push(line.slice(1));
    else if (hunk && line.startsWith(' ')) {
      hunk.before.push(line.slice(1));
      hunk.after.push(line.slice(1));
    }
  }
  return files;
}

/**
 * The files below `root` as the patch would leave them, by path. Throws an Error that names file and line when the lines it
 * wants to change are not there; they may have moved.
 */
export function patched(root, text) {
  const files = readPatch(text);
  if (files.length === 0) throw new Error('it changes nothing');
  return new Map(files.map(({ path, hunks }) => [path, patchedFile(join(root, path), path, hunks)]));
}

/** Writes what `patched` gives. Returns a function that puts the files back. */
export function applyPatch(root, text) {
  const after = patched(root, text);
  const before = [...after.keys()].map((path) => [path, readFileSync(join(root, path))]);
  for (const [path, content] of after) writeFileSync(join(root, path), content);
  return () => {
    for (const [path, content] of before) writeFileSync(join(root, path), content);
  };
}

function patchedFile(file, path, hunks) {
  if (!existsSync(file)) throw new Error(`there is no ${path}`);
  const lines = readFileSync(file, 'utf8').split('\n');
  let moved = 0;
  for (const { line, before, after } of hunks) {
    const expected = line - 1 + moved;
    const at = nearest(lines, before, expected);
    if (at === null) throw new Error(`${path}:${line} is not what it was`);
    lines.splice(at, before.length, ...after);
    moved = at - (line - 1) + after.length - before.length;
  }
  return lines.join('\n');
}

/** Where `wanted` stands in `lines`, as near to `expected` as it does; null when nowhere. */
function nearest(lines, wanted, expected) {
  let best = null;
  for (let at = 0; at <= lines.length - wanted.length; at += 1)
    if (
      wanted.every((line, n) => lines[at + n] === line) &&
      (best === null || Math.abs(at - expected) < Math.abs(best - expected))
    )
      best = at;
  return best;
}
