import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { filesUnder } from './compress-files.mjs';
import { inlineScriptHashes, pageHeaders } from './security-headers.mjs';

const TYPES = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
/** Small files of public/ that every page needs; the worker has the same list (lib/pwa/answer-file.ts). */
const PUBLIC_FILES = ['/icon.svg', '/manifest.webmanifest', '/places/index.json', '/places/manifest.json'];
const HTML = 'text/html; charset=utf-8';
const PAYLOAD = 'text/x-component';
/** Never asked for by a page: Next's own fallbacks of other routers, and code for browsers without modules. */
const NEVER_LOADED =
  /polyfills-|\/pages\/|_ssgManifest|_buildManifest|\/api\/|-route\.js$|\/route-|chunks\/main-(?!app)|chunks\/framework-/;

/**
 * Writes public/offline-pack.json out of Next's build: HTML, whole payload and every prefetch segment of each static page, and
 * the files that the first visit does not load. The pages come from the build's own list, so a new page is never forgotten.
 */
export function writeOfflinePack(root, build) {
  const bodies = new Map();
  const bodyIndex = (text) => {
    if (!bodies.has(text)) bodies.set(text, bodies.size);
    return bodies.get(text);
  };
  const routes = staticRoutes(root);
  // alike beside alike: what gzip has just seen costs almost nothing
  const shells = [
    ...routes.flatMap((route) => segmentShells(root, route, build)),
    ...routes.map((route) => wholePayload(root, route, build)),
    ...routes.map((route) => html(root, route)),
  ].map((shell) => ({ ...shell, body: bodyIndex(shell.body) }));
  const files = [...laterFiles(root), ...PUBLIC_FILES].map((path) => ({
    path,
    type: TYPES[extname(path)],
    body: bodyIndex(readFileSync(onDisk(root, path), 'utf8')),
  }));
  const pack = { build, shells, files, bodies: [...bodies.keys()] };
  writeFileSync(join(root, 'public', 'offline-pack.json'), JSON.stringify(pack));
  return { routes: routes.length, files: files.length };
}

/** Every page that Next has rendered beforehand. A page rendered per request could not open off line: it is refused. */
function staticRoutes(root) {
  const read = (name) => JSON.parse(readFileSync(join(root, '.next', name), 'utf8'));
  const prerendered = Object.keys(read('prerender-manifest.json').routes);
  const pages = Object.entries(read('app-path-routes-manifest.json')).filter(([entry]) =>
    entry.endsWith('/page'),
  );
  const dynamic = pages.map(([, route]) => route).filter((route) => !prerendered.includes(route));
  if (dynamic.length > 0)
    throw new Error(`Every page must be a static shell; these are not: ${dynamic.join(', ')}`);
  return prerendered
    .filter((route) => route !== '/_global-error' && existsSync(htmlPath(root, route)))
    .sort();
}

const appPath = (root, route) => join(root, '.next/server/app', route === '/' ? 'index' : route.slice(1));
const htmlPath = (root, route) => `${appPath(root, route)}.html`;

/** With the headers that the server answers it with: out of the worker's store it is as closed as over the line. */
function html(root, route) {
  const body = readFileSync(htmlPath(root, route), 'utf8');
  const headers = {
    'content-type': HTML,
    'X-Content-Type-Options': 'nosniff',
    ...pageHeaders(inlineScriptHashes(body)),
  };
  return { path: route, segment: null, headers, body };
}

/** With the headers Next's server would send: the router reads build and staleness from them. */
function payloadHeaders(build, stale) {
  return {
    'content-type': PAYLOAD,
    'x-nextjs-deployment-id': build,
    'x-nextjs-stale-time': stale,
    'x-nextjs-prerender': '1',
  };
}

function meta(root, route) {
  return JSON.parse(readFileSync(`${appPath(root, route)}.meta`, 'utf8'));
}

function wholePayload(root, route, build) {
  const headers = payloadHeaders(build, meta(root, route).headers?.['x-nextjs-stale-time'] ?? '300');
  return { path: route, segment: '', headers, body: readFileSync(`${appPath(root, route)}.rsc`, 'utf8') };
}

function segmentShells(root, route, build) {
  const { headers = {}, segmentPaths = [] } = meta(root, route);
  return segmentPaths.map((segment) => ({
    path: route,
    segment,
    headers: { ...payloadHeaders(build, headers['x-nextjs-stale-time'] ?? '300'), 'x-nextjs-postponed': '2' },
    body: readFileSync(join(`${appPath(root, route)}.segments`, `${segment}.segment.rsc`), 'utf8'),
  }));
}

const onDisk = (root, path) =>
  path.startsWith('/_next/') ? join(root, '.next', path.slice(7)) : join(root, 'public', path);

/** Scripts and styles of the build, without those in the worker's own list. */
function laterFiles(root) {
  const worker = readFileSync(join(root, 'public', 'sw.js'), 'utf8');
  return filesUnder(join(root, '.next/static'))
    .map((path) => `/_next/static/${path}`)
    .filter((path) => TYPES[extname(path)] && !NEVER_LOADED.test(path) && !worker.includes(path))
    .sort();
}
