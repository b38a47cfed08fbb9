import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NOTHING = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>peer</title>';

/** The empty page, or one of the bundles. */
export function pageFile(pages, url) {
  const { pathname } = new URL(url, 'http://localhost');
  if (pathname === '/page') return { status: 200, type: 'text/html; charset=utf-8', body: NOTHING };
  const name = /^\/([\w-]+\.js)$/.exec(pathname)?.[1];
  const path = name && join(pages, name);
  if (!path || !existsSync(path)) return { status: 404, type: 'text/plain', body: 'not here' };
  return { status: 200, type: 'text/javascript; charset=utf-8', body: readFileSync(path) };
}
