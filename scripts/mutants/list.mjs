import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The planted bugs of `reliability/mutants/mutants.json`, each with the text of its patch. */
export function readMutants(root) {
  const folder = join(root, 'reliability/mutants');
  const list = JSON.parse(readFileSync(join(folder, 'mutants.json'), 'utf8'));
  return list.map((mutant) => ({
    ...mutant,
    diff: readFileSync(join(folder, 'patches', mutant.patch), 'utf8'),
  }));
}
