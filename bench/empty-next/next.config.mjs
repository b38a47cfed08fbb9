import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Next as it comes, with nothing of ours: what our home page is measured against. */
export default { outputFileTracingRoot: here, turbopack: { root: here } };
