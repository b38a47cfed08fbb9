import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { StopError } from './start/say.mjs';

register();
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const { runBench } = await import('./bench/run-bench.ts');
try {
  process.exit(await runBench(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof StopError ? error.message : error.stack}\n`);
  process.exit(1);
}
