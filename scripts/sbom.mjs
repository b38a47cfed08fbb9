import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the app is made of, as CycloneDX: what npm installed for it, without what only builds and tests it. */
export function makeSbom() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm could not list what is installed:\n${stderr}`);
  const { serialNumber: _, ...sbom } = JSON.parse(stdout);
  // The same parts are the same file: nothing in it says when it was made.
  delete sbom.metadata?.timestamp;
  // npm takes the name of the folder.
  sbom.metadata.component.name = 'sheba-setu';
  return sbom;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = resolve(process.argv[2] ?? join(root, '.data', 'sbom.cdx.json'));
  mkdirSync(dirname(file), { recursive: true });
  const sbom = makeSbom();
  writeFileSync(file, `${JSON.stringify(sbom, null, 1)}\n`);
  process.stdout.write(`${sbom.components.length} parts are in ${file}\n`);
}
