import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineScriptHashes, pageHeaders } from './security-headers.mjs';

const CSP = 'Content-Security-Policy';

/**
 * Next starts a page by inline scripts, and knows them only when it has rendered it: their hashes are written behind the build into the list of
 * headers it answers with. The page of addresses that do not exist is answered under any of them, so its hashes are those of every other page.
 */
export function sealPages(root) {
  const file = join(root, '.next/routes-manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const general = manifest.headers.find(({ headers }) => headers.some(({ key }) => key === CSP));
  if (!general) throw new Error('Next’s list of headers has no Content-Security-Policy');
  general.headers.find(({ key }) => key === CSP).value = policyOf(root, '_not-found');
  const pages = Object.keys(
    JSON.parse(readFileSync(join(root, '.next/prerender-manifest.json'), 'utf8')).routes,
  )
    .filter((route) => !route.startsWith('/_') && existsSync(htmlOf(root, nameOf(route))))
    .map((route) => ({
      source: route,
      headers: [{ key: CSP, value: policyOf(root, nameOf(route)) }],
      regex: `^${route.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:/)?$`,
    }));
  // the last one that matches counts
  manifest.headers = [...manifest.headers, ...pages];
  writeFileSync(file, JSON.stringify(manifest));
  return pages.length;
}

const nameOf = (route) => (route === '/' ? 'index' : route.slice(1));
const htmlOf = (root, name) => join(root, '.next/server/app', `${name}.html`);
const policyOf = (root, name) =>
  pageHeaders(inlineScriptHashes(readFileSync(htmlOf(root, name), 'utf8')))[CSP];
