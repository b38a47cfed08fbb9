import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '@/lib/contract/problem';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { atCentre, atDesk } from '@/lib/server/testing/people';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;
let nobody: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
  nobody = new TestClient(server.origin);
});
afterAll(() => server.close());

const ID = '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10';

/** Every route: what it answers to, and what a stranger gets. A new route without a line here fails the last test. */
const ROUTES: Record<string, { readonly allow: string; readonly stranger: Record<string, number> }> = {
  '/api/v1/health': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 200 } },
  '/api/v1/server-keys': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 200 } },
  '/api/v1/catalogue': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 200 } },
  '/api/v1/catalogue/list': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 200 } },
  '/api/v1/catalogue/forms': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 422 } },
  '/api/v1/openapi.json': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 200 } },
  '/api/v1/track': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 422 } },
  '/api/v1/me': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 401 } },
  '/api/v1/devices': { allow: 'POST, OPTIONS', stranger: { POST: 415 } },
  '/api/v1/sync': { allow: 'POST, OPTIONS', stranger: { POST: 401 } },
  '/api/v1/ticket': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 401 } },
  '/api/v1/never-arrived': { allow: 'GET, HEAD, POST, OPTIONS', stranger: { GET: 401, POST: 401 } },
  '/api/v1/relay': { allow: 'POST, OPTIONS', stranger: { POST: 401 } },
  '/api/v1/attachments': {
    allow: 'HEAD, POST, PATCH, DELETE, OPTIONS',
    stranger: { POST: 401, PATCH: 401, DELETE: 401 },
  },
  '/api/v1/desk/cases': { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 401 } },
  [`/api/v1/desk/cases/${ID}`]: { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 401 } },
  [`/api/v1/desk/cases/${ID}/decision`]: { allow: 'POST, OPTIONS', stranger: { POST: 401 } },
  [`/api/v1/desk/cases/${ID}/attachments/${ID}`]: { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 401 } },
  [`/api/v1/desk/cases/${ID}/audit`]: { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 401 } },
  [`/api/v1/desk/attachments/${ID}`]: { allow: 'GET, HEAD, OPTIONS', stranger: { GET: 401 } },
  '/api/auth/get-session': { allow: 'GET, HEAD, POST, OPTIONS', stranger: { GET: 200 } },
};
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

describe.each(Object.entries(ROUTES))('%s', (path, { allow, stranger }) => {
  it.each(METHODS)('answers %s as the table says', async (method) => {
    const { status, headers, body } = await nobody.send(method, path);
    const isOpen = allow.split(', ').includes(method);
    if (!isOpen) {
      expect({ status, allow: headers.get('allow'), code: body.code }).toEqual({
        status: 405,
        allow,
        code: 'method-not-allowed',
      });
    } else if (stranger[method]) expect(status).toBe(stranger[method]);
    if (status >= 400) {
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(body).toMatchObject({ status, title: expect.any(String), traceId: expect.any(String) });
      expect(PROBLEMS[body.code as ProblemCode]).toBeDefined();
    }
    expect(headers.get('cache-control')).toMatch(/^no-(store|cache)$/);
  });

  it('tells what it allows', async () => {
    const { status, headers } = await nobody.send('OPTIONS', path);
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 204, allow });
  });
});

it('every route of app/api has a line in the table', async () => {
  const { readdirSync } = await import('node:fs');
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('route.ts'),
  );
  // The one that answers for addresses that do not exist has its own test.
  expect(files).toHaveLength(Object.keys(ROUTES).length + 1);
});

it.each(['/api/v1/nothing', '/api/v2/sync', '/api/v1/sync/deeper', '/api/auth'])(
  '%s does not exist, in our own words',
  async (path) => {
    for (const method of METHODS)
      expect(await nobody.send(method, path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  },
);

describe('a write from another site', () => {
  it.each([
    ['by fetch metadata', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister host', { 'sec-fetch-site': 'same-site' }],
    ['by origin', { origin: 'https://evil.example' }],
    ['from nowhere', { origin: 'null' }],
  ])('is refused: %s', async (_name, headers: Record<string, string>) => {
    for (const path of [
      '/api/v1/sync',
      '/api/v1/devices',
      '/api/v1/relay',
      '/api/auth/sign-out',
      `/api/v1/desk/cases/${ID}/decision`,
    ]) {
      const { status, body } = await centre.send('POST', path, { json: {}, headers });
      expect({ path, status, code: body.code }).toEqual({ path, status: 403, code: 'cross-site' });
    }
  });

  it('from the app itself is fine', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: server.origin };
    const json = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [] };
    expect((await centre.send('POST', '/api/v1/sync', { json, headers })).status).toBe(200);
  });
});

describe('a body that cannot be read', () => {
  const good = JSON.stringify({ protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [] });
  const json = { 'content-type': 'application/json' };
  const gzip = { ...json, 'content-encoding': 'gzip' };
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  const cases: [string, Record<string, string>, string | Uint8Array<ArrayBuffer>, ProblemCode][] = [
    ['nothing', json, '', 'malformed-json'],
    ...[1, 2, 10, 20, 40, 60].map((cut): [string, Record<string, string>, string, ProblemCode] => [
      `cut at ${cut}`,
      json,
      good.slice(0, cut),
      'malformed-json',
    ]),
    ['a BOM', json, `\ufeff${good}`, 'malformed-json'],
    ['UTF-16', json, new Uint8Array(Buffer.from(good, 'utf16le')), 'malformed-json'],
    ['bytes that are no UTF-8', json, new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'malformed-json'],
    ['NaN', json, good.replace('0', 'NaN'), 'malformed-json'],
    ['100,000 levels', json, `${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'malformed-json'],
    ['text instead of gzip', gzip, bytes(good), 'malformed-json'],
    ['cut gzip', gzip, new Uint8Array(gzipSync(good).subarray(0, 20)), 'malformed-json'],
    ['a gzip bomb', gzip, new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20))), 'too-large'],
    ['nine megabytes', json, new Uint8Array(9 * 1024 * 1024).fill(0x20), 'too-large'],
    ['brotli', { ...json, 'content-encoding': 'br' }, bytes(good), 'unsupported-media'],
    ['plain text', { 'content-type': 'text/plain' }, good, 'unsupported-media'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 'unsupported-media'],
    ['XML', { 'content-type': 'application/xml' }, '<a/>', 'unsupported-media'],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }, good, 'unsupported-media'],
    ['an array', json, '[]', 'validation-failed'],
    ['infinity', json, good.replace('0', '1e400'), 'validation-failed'],
    ['an unknown key', json, good.replace('{', '{"more":1,'), 'validation-failed'],
    ['a negative cursor', json, good.replace('0', '-1'), 'validation-failed'],
    ['too many items', json, good.replace('[]', `[${'1,'.repeat(200)}1]`), 'validation-failed'],
    ['an item without an id', json, good.replace('[]', '[{"a":1}]'), 'validation-failed'],
    ['a later protocol', json, good.replace(':1', ':3'), 'unsupported-protocol'],
    [
      'a group without rows',
      json,
      good.replace(':1', ':2').replace('[]', '[{"rows":[]}]'),
      'validation-failed',
    ],
  ];

  it.each(cases)('%s', async (_name, headers, raw, code) => {
    const { status, body } = await centre.send('POST', '/api/v1/sync', { headers, raw });
    expect({ status, code: body.code }).toEqual({ status: PROBLEMS[code].status, code });
    expect(JSON.stringify(body)).not.toMatch(/at .*\.ts:|node_modules|SyntaxError/);
  });
});

describe('small things of the wire', () => {
  it('refuses an Accept that leaves no room for JSON', async () => {
    const { status, body } = await nobody.send('GET', '/api/v1/health', { headers: { accept: 'text/html' } });
    expect({ status, code: body.code }).toEqual({ status: 406, code: 'not-acceptable' });
  });

  it('answers HEAD like GET without a body', async () => {
    const { status, headers } = await nobody.send('HEAD', '/api/v1/health');
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'application/json' });
  });

  it('health names the database and whether it flushes', async () => {
    const { body } = await nobody.send('GET', '/api/v1/health');
    expect(body).toMatchObject({
      status: 'ok',
      epoch: expect.any(String),
      database: { engine: 'postgresql', fsync: true },
    });
  });

  it('keys are public halves only', async () => {
    const { body } = await nobody.send('GET', '/api/v1/server-keys');
    expect(JSON.stringify(body)).not.toContain('"d"');
    expect(body).toMatchObject({
      seal: { publicKey: { crv: 'P-256' } },
      receipt: { publicKey: { crv: 'P-256' } },
    });
  });

  it('the catalogue is told once and then not again', async () => {
    const all = await nobody.send<{ version: number; services: unknown[] }>('GET', '/api/v1/catalogue');
    expect(all.body.services).toHaveLength(131);
    const etag = all.headers.get('etag') ?? '';
    expect(
      (await nobody.send('GET', '/api/v1/catalogue', { headers: { 'if-none-match': etag } })).status,
    ).toBe(304);
    const { version } = all.body;
    const asked = (since: number, tag: string) =>
      nobody.send('GET', `/api/v1/catalogue?since=${since}`, { headers: { 'if-none-match': tag } });
    expect((await asked(version, etag)).status).toBe(304);
    expect((await asked(version, `"c${version + 1}.0-0"`)).status).toBe(200);
    const otherLife = await nobody.send<{ services: unknown[] }>(
      'GET',
      `/api/v1/catalogue?since=${version}`,
      {
        headers: { 'if-none-match': `"c${version}.0123456789abcdef-0"` },
      },
    );
    expect(otherLife.body.services).toHaveLength(131);
    const newer = await nobody.send('GET', `/api/v1/catalogue?since=${all.body.version}`);
    expect(newer.body).toMatchObject({ version: all.body.version, services: [], removed: [] });
    const restored = await nobody.send<{ services: unknown[] }>('GET', '/api/v1/catalogue?since=4000');
    expect(restored.body.services).toHaveLength(131);
    expect((await nobody.send('GET', '/api/v1/catalogue?since=x')).status).toBe(422);
  });

  it('the OpenAPI document is served', async () => {
    expect((await nobody.send('GET', '/api/v1/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  });

  it('only an operator enrols a centre device', async () => {
    const json = { kind: 'centre', name: 'PC' };
    expect((await nobody.send('POST', '/api/v1/devices', { json })).status).toBe(401);
    const officer = await atDesk(server.origin);
    expect(await officer.send('POST', '/api/v1/devices', { json })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('a device cookie is out of reach of scripts and of other sites', async () => {
    const response = await fetch(`${server.origin}/api/v1/devices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'personal', name: 'Phone' }),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^setu-device=.*; Path=\/api\/v1; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
  });

  it('keeps no secret of a device', async () => {
    const { devices } = await import('@/lib/server/db/schema/devices');
    const secret = centre.cookies.get('setu-device')?.split('.')[1] ?? '';
    const rows = await server.db.select().from(devices);
    expect(rows.map(({ secretHash }) => secretHash)).toContain(
      createHash('sha256').update(secret).digest('hex'),
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
