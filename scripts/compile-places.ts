// Writes public/places from the base list and lib/places/corrections.json: npm run places
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { districts, divisions, unions, upazillas } from 'bd-geojs';
import type { Corrections } from '../lib/places/compile/correct-places';
import { createPackFiles, type PackManifest } from '../lib/places/compile/pack-files';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'public', 'places');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

const files = createPackFiles(
  {
    base: { divisions, districts, upazillas, unions },
    corrections: JSON.parse(read('lib', 'places', 'corrections.json')) as Corrections,
    licence: read('node_modules', 'bd-geojs', 'LICENSE'),
  },
  (text) => createHash('sha256').update(text).digest('hex'),
);

rmSync(target, { recursive: true, force: true });
for (const [path, text] of files) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const { version, counts } = JSON.parse(files.get('manifest.json') ?? '{}') as PackManifest;
const weigh = (path: string) => gzipSync(files.get(path) ?? '').length;
const districtSizes = [...files.keys()].filter((path) => path.startsWith('d/')).map(weigh);
console.log(`places ${version}: ${JSON.stringify(counts)}`);
console.log(
  `gzip bytes: index ${weigh('index.json')}, whole country ${weigh('unions.json')}, a district ${Math.min(...districtSizes)} to ${Math.max(...districtSizes)}`,
);
