import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const { runBench } = await import('./bench/run-bench.ts');
process.exit(await runBench(process.argv.slice(2)));
