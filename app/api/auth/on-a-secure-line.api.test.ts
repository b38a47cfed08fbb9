import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetServerContext } from '@/lib/server/server-context';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
  process.env.SETU_ORIGIN = 'https://setu.example';
  forgetServerContext();
});
afterAll(async () => {
  delete process.env.SETU_ORIGIN;
  await server.close();
});

const empty = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [] };

describe('on a secure line', () => {
  it('cookies bear names that only this host can set, and both work', async () => {
    const client = new TestClient(server.origin);
    const said = await client.signIn('shiuli');
    expect(said.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-setu\.session_token=[^;]+;(?=.*; Path=\/(;|$))(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=Lax)(?!.*Domain)/,
      ),
    ]);
    expect((await client.send('GET', '/api/v1/me')).status).toBe(200);
    const enrolled = await client.send('POST', '/api/v1/devices', { json: { kind: 'centre', name: 'PC' } });
    expect(enrolled.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-setu-device=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
      ),
    ]);
    expect((await client.send('POST', '/api/v1/sync', { json: empty })).status).toBe(200);
  });

  it('a device that enrolled under the plain name goes on, and a planted plain name does not come before its own', async () => {
    const client = new TestClient(server.origin);
    await client.enrol('personal');
    const value = client.cookies.get('__Host-setu-device') ?? '';
    const old = new TestClient(server.origin);
    old.cookies.set('setu-device', value);
    expect((await old.send('POST', '/api/v1/sync', { json: empty })).status).toBe(200);
    const other = new TestClient(server.origin);
    await other.enrol('personal');
    const planted = new TestClient(server.origin);
    planted.cookies.set('setu-device', other.cookies.get('__Host-setu-device') ?? '');
    planted.cookies.set('__Host-setu-device', `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`);
    expect((await planted.send('POST', '/api/v1/sync', { json: empty })).status).toBe(401);
  });
});

describe('a page of another site', () => {
  it('cannot make anybody read what is somebody’s', async () => {
    const admin = new TestClient(server.origin);
    await admin.signIn('admin');
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site };
      expect((await admin.send('GET', '/api/v1/desk/cases', { headers })).body).toMatchObject({
        code: 'cross-site',
      });
      expect((await admin.send('GET', '/api/v1/health', { headers })).status).toBe(200);
    }
    const own = { 'sec-fetch-site': 'same-origin' };
    expect((await admin.send('GET', '/api/v1/desk/cases', { headers: own })).status).toBe(200);
  });
});
