import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './start/child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Next writes the types of routes and style files itself; a fresh clone has them only after that. */
const steps = [
  ['next/dist/bin/next', 'typegen'],
  ['typescript/bin/tsc', '--noEmit'],
];
for (const [tool, ...args] of steps) {
  const { code, output } = await run(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
  });
  if (code === 0) continue;
  process.stderr.write(output);
  process.exit(code);
}
