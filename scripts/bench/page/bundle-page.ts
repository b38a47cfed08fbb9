import { join } from 'node:path';
import { build } from 'esbuild';
import type { QueuePage } from './queue-page';
import type { SearchPage } from './search-page';

/** The app's queue as one script for a page, built from the sources of this folder. */
export function bundleQueuePage(root: string): Promise<string> {
  return bundlePage(root, 'queue-page.ts');
}

/** The app's search over services, as the same. */
export function bundleSearchPage(root: string): Promise<string> {
  return bundlePage(root, 'search-page.ts');
}

async function bundlePage(root: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'scripts/bench/page', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    alias: { '@': root },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = outputFiles[0]?.text;
  if (!text) throw new Error(`${entry} could not be bundled for the page`);
  return text;
}

/** A page of our origin with nothing of the app in it. */
export const EMPTY_PAGE = '/api/v1/health';

declare global {
  /** What a page under measurement offers: ours and, of it, the peers' first three. */
  var peer: QueuePage;
  var searchPage: SearchPage;
}
