import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { users } from '@/lib/server/db/schema/auth';
import { staff } from '@/lib/server/db/schema/staff';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const browser = () => new TestClient(server.origin);

describe('signing in', () => {
  it('by user name opens a session that says who one is', async () => {
    const client = browser();
    expect((await client.signIn('Shiuli')).status).toBe(200);
    const { status, body } = await client.send('GET', '/api/v1/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'শিউলি বেগম', role: 'operator', centre: { unionId: 'u1200' } });
  });

  it('by e-mail, and with a compressed body, works too', async () => {
    const json = { email: 'registrar@staff.invalid', password: 'setu-demo-2026' };
    const client = browser();
    expect((await client.send('POST', '/api/auth/sign-in/email', { json, gzip: true })).status).toBe(200);
    expect((await client.send('GET', '/api/v1/me')).body).toMatchObject({
      role: 'officer',
      agencies: ['orgbdr'],
    });
  });

  it('works at whatever address the machine is reached, from its own pages only', async () => {
    const json = { username: 'karim', password: 'setu-demo-2026' };
    const { port } = new URL(server.origin);
    for (const host of ['127.0.0.1', 'localhost']) {
      const origin = `http://${host}:${port}`;
      const client = new TestClient(origin);
      const headers = { origin, 'sec-fetch-site': 'same-origin' };
      expect((await client.send('POST', '/api/auth/sign-in/username', { json, headers })).status).toBe(200);
    }
    const headers = { origin: 'https://evil.example' };
    expect((await browser().send('POST', '/api/auth/sign-in/username', { json, headers })).status).toBe(403);
  });

  it('does not say whether it was the name or the password', async () => {
    const wrong = await browser().signIn('karim', 'not-the-password');
    const unknown = await browser().signIn('nobody.here', 'not-the-password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const said = { type: 'urn:sheba-setu:problem:unauthenticated', status: 401, code: 'unauthenticated' };
    for (const { body } of [wrong, unknown])
      expect(body).toEqual({ ...said, title: 'unauthenticated', traceId: expect.any(String) });
  });

  it('is refused after ten wrong passwords, whoever claims to ask', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${attempt}` };
      const json = { username: 'admin', password: `wrong-${attempt}-wrong` };
      expect((await browser().send('POST', '/api/auth/sign-in/username', { json, headers })).status).toBe(
        401,
      );
    }
    const { status, headers } = await browser().signIn('ADMIN ');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(60);
  });

  it('looks at no more than ten of many passwords at once', async () => {
    const tries = Array.from({ length: 30 }, (_, nth) =>
      browser().signIn('many.at.once', `wrong-${nth}-wrong`),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(statuses).toContain(429);
  });

  it('is not counted as a wrong password when it was none at all', async () => {
    const json = { username: 'never.counted', password: 7 };
    for (let nth = 0; nth < 12; nth += 1)
      expect((await browser().send('POST', '/api/auth/sign-in/username', { json })).status).toBe(400);
  });

  it.each([
    [
      'no JSON',
      { raw: 'username=karim', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['broken JSON', { raw: '{"username":', headers: { 'content-type': 'application/json' } }, 400],
    ['a wrong shape', { json: { username: { $gt: '' }, password: 1 } }, 400],
    ['nothing', { json: null }, 400],
    ['a NUL in the name', { json: { username: 'ka\u0000rim', password: 'setu-demo-2026' } }, 422],
    ['a wrong password', { json: { username: 'karim', password: 'setu-demo-2025' } }, 401],
  ])('with %s is refused as a problem, never a defect', async (_name, options, status) => {
    const said = await browser().send('POST', '/api/auth/sign-in/username', options);
    expect(said.status).toBe(status);
    expect(said.headers.get('content-type')).toBe('application/problem+json');
    expect(said.body).toMatchObject({ status, code: expect.any(String) });
  });

  it('cannot be had by signing up', async () => {
    const json = { email: 'a@b.example', password: 'long-enough-1', name: 'A', username: 'abc' };
    expect((await browser().send('POST', '/api/auth/sign-up/email', { json })).status).toBe(404);
  });
});

describe('a session', () => {
  it('is over at once when one signs out', async () => {
    const client = browser();
    await client.signIn('karim');
    const stolen = browser();
    for (const [name, value] of client.cookies) stolen.cookies.set(name, value);
    await client.send('POST', '/api/auth/sign-out', { json: {} });
    expect((await stolen.send('GET', '/api/v1/me')).status).toBe(401);
  });

  it('is worth nothing when its cookie was changed', async () => {
    const client = browser();
    await client.signIn('karim');
    for (const [name, value] of client.cookies)
      client.cookies.set(
        name,
        value.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')),
      );
    expect((await client.send('GET', '/api/v1/me')).status).toBe(401);
  });

  it('is worth nothing when the person was disabled', async () => {
    const client = browser();
    await client.signIn('shiuli');
    const [user] = await server.db.select().from(users).where(eq(users.username, 'shiuli'));
    await server.db
      .update(staff)
      .set({ disabledAt: new Date() })
      .where(eq(staff.userId, user?.id ?? ''));
    expect((await client.send('GET', '/api/v1/me')).status).toBe(401);
  });
});
