import { randomBytes, randomUUID } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVICE_COOKIE } from '@/lib/server/auth/device-cookie';
import { devices } from '@/lib/server/db/schema/devices';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, onOwnPhone } from '@/lib/server/testing/people';
import type { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
});
afterAll(() => server.close());

const invented = (deviceId: string = randomUUID()) =>
  `${DEVICE_COOKIE}=${deviceId}.${randomBytes(32).toString('base64url')}`;

/** The status of a call on a connection of its own that promises `bytes` of a body and sends `body` of it. */
function knock(cookie: string, { bytes, body }: { readonly bytes: number; readonly body: string }) {
  return new Promise<number | undefined>((resolve, reject) => {
    const call = plainRequest(`${server.origin}/api/v1/sync`, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', 'content-length': bytes, cookie },
    });
    call.on('response', ({ statusCode }) => {
      resolve(statusCode);
      call.destroy();
    });
    call.on('error', reject);
    call.flushHeaders();
    if (body !== '') call.end(body);
  });
}
const withoutBody = { bytes: 4_000_000, body: '' };

describe('strangers at the door', () => {
  it('with invented cookies in numbers do not turn a device away, known or met for the first time', async () => {
    const large = JSON.stringify({ protocol: 1, filler: 'x'.repeat(200_000) });
    const strangers = Array.from({ length: 120 }, () =>
      knock(invented(), { bytes: large.length, body: large }),
    );
    const statuses: number[] = [];
    const phone = await onOwnPhone(server.origin);
    for (const client of [centre, phone, centre, phone]) {
      const { submission } = await makeSubmission(server, client);
      statuses.push((await client.sync([submission])).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200]);
    // Where the machine has much to do, the door sends them away before it looks whether they are known.
    for (const status of await Promise.all(strangers)) expect([401, 503]).toContain(status);
  });

  it('are answered without their body being read: an unknown device, and a wrong secret of a known one', async () => {
    await centre.sync([]);
    const [cookie = ''] = [centre.cookies.get(DEVICE_COOKIE)];
    const [deviceId] = cookie.split('.');
    expect(await knock(invented(), withoutBody)).toBe(401);
    expect(await knock(invented(deviceId), withoutBody)).toBe(401);
  });

  it('a device that is known there is looked up all the same, and named as revoked from the next call on', async () => {
    const phone = await onOwnPhone(server.origin);
    expect((await phone.sync([])).status).toBe(200);
    const [deviceId = ''] = (phone.cookies.get(DEVICE_COOKIE) ?? '').split('.');
    await server.db.update(devices).set({ revokedAt: new Date() }).where(eq(devices.id, deviceId));
    for (const _ of [1, 2]) expect((await phone.sync([])).body).toMatchObject({ code: 'device-revoked' });
  });
});
