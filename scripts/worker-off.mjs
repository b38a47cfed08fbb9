import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** Replaces the built worker by one that removes itself. `npm run build -- --force` brings the real one back. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'scripts/build/no-worker.js');
copyFileSync(source, join(root, 'public/sw.js'));
writeFileSync(join(root, 'public/br/sw.js'), brotliCompressSync(readFileSync(source)));
process.stdout.write(
  'The worker is off: devices drop theirs at their next contact. Back with: npm run build -- --force\n',
);
