import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mendFiles } from './mend-files';
import { shellKey } from './pack';
import { BUILD } from './worker-scope';

const HOME = shellKey('/', null);
const SCRIPT = '/_next/static/chunks/a.js';
const pack = {
  build: BUILD,
  shells: [{ path: '/', segment: null, body: 0, headers: { 'content-type': 'text/html' } }],
  files: [],
  bodies: ['<h1>home</h1>'],
};
let stored: Map<string, Response>;
let asked: string[];

function answersCome(type = 'application/javascript'): void {
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const isPack = address.startsWith('/offline-pack');
    const headers = { 'content-type': isPack ? 'application/json' : type, 'x-app-build': BUILD };
    return new Response(isPack ? JSON.stringify(pack) : 'void 0', { headers });
  });
}

beforeEach(() => {
  stored = new Map();
  asked = [];
  const cache = {
    match: async (key: string) => stored.get(key),
    put: async (key: string, response: Response) => void stored.set(key, response),
  };
  vi.stubGlobal('caches', { open: async () => cache });
});
afterEach(() => vi.unstubAllGlobals());

describe('files taken out of the app’s cache from outside', () => {
  test('come back, those of the first visit and the pages', async () => {
    answersCome();
    await mendFiles([SCRIPT]);
    expect([...stored.keys()]).toEqual([SCRIPT, HOME]);
  });

  test('are not asked for while the pages are here', async () => {
    answersCome();
    stored.set(HOME, new Response('home'));
    await mendFiles([SCRIPT]);
    expect(asked).toEqual([]);
  });

  test('a page of a hotel network is not kept, and the next time it is begun again', async () => {
    answersCome('text/html');
    await mendFiles([SCRIPT]);
    expect(stored.size).toBe(0);
    answersCome();
    await mendFiles([SCRIPT]);
    expect(stored.has(HOME)).toBe(true);
  });
});
