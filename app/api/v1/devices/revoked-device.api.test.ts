import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { devices } from '@/lib/server/db/schema/devices';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { onOwnPhone } from '@/lib/server/testing/people';
import type { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let phone: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  phone = await onOwnPhone(server.origin);
  await server.db.update(devices).set({ revokedAt: new Date() }).where(eq(devices.code, phone.deviceCode));
});
afterAll(() => server.close());

it.each([
  ['GET', '/api/v1/ticket', undefined],
  ['GET', '/api/v1/never-arrived', undefined],
  ['POST', '/api/v1/never-arrived', { trackingCodes: [], decision: 'filed-again' }],
])('%s %s tells a revoked device that it is one, and nothing else', async (method, path, json) => {
  const answer = await phone.send<{ code: string }>(method, path, json === undefined ? {} : { json });
  expect(answer).toMatchObject({ status: 403, body: { code: 'device-revoked' } });
  expect(answer.body).not.toHaveProperty('ticket');
  expect(answer.body).not.toHaveProperty('items');
});
