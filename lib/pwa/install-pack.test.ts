import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installPack } from './install-pack';
import { shellKey } from './pack';
import { BUILD } from './worker-scope';

const pack = {
  build: BUILD,
  shells: [
    { path: '/apply', segment: null, body: 0, headers: { 'content-type': 'text/html; charset=utf-8' } },
    { path: '/apply', segment: '', body: 1, headers: { 'content-type': 'text/x-component' } },
  ],
  files: [{ path: '/_next/static/chunks/a.js', type: 'application/javascript', body: 2 }],
  bodies: ['<h1>apply</h1>', '0:{}', 'void 0'],
};
const ours = { 'content-type': 'application/json; charset=UTF-8', 'x-app-build': BUILD };
let stored: Map<string, Response>;

function serverAnswers(body: string, headers: Record<string, string>, status = 200): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers }));
}

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('caches', {
    open: async () => ({ put: async (key: string, response: Response) => void stored.set(key, response) }),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('installing the pack', () => {
  test('every page, payload and file of it is stored with its type and its build', async () => {
    serverAnswers(JSON.stringify(pack), ours);
    await installPack();
    expect([...stored.keys()]).toEqual([
      shellKey('/apply', null),
      shellKey('/apply', ''),
      '/_next/static/chunks/a.js',
    ]);
    const html = stored.get(shellKey('/apply', null));
    expect(await html?.text()).toBe('<h1>apply</h1>');
    expect(html?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html?.headers.get('x-app-build')).toBe(BUILD);
  });

  test.each([
    ['a captive portal’s 200', '<h1>Sign in</h1>', { 'content-type': 'text/html' }, 200],
    ['a portal that says it is JSON', '{"login":true}', { 'content-type': 'application/json' }, 200],
    ['a failing server', '{}', ours, 503],
    ['the pack of another build', JSON.stringify({ ...pack, build: 'other' }), ours, 200],
    ['half a pack', JSON.stringify(pack).slice(0, 80), ours, 200],
  ])('%s is refused and nothing is stored', async (_what, body, headers, status) => {
    serverAnswers(body, headers, status);
    await expect(installPack()).rejects.toThrow(/not/);
    expect(stored.size).toBe(0);
  });
});
