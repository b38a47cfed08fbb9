import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '@/lib/server/db/client';
import { forgetServerContext } from '@/lib/server/server-context';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre } from '@/lib/server/testing/people';
import type { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;
beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
});
afterAll(() => server.close());

async function movedTo(url: string | undefined) {
  if (url === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = url;
  forgetServerContext();
  await closeDatabase();
}

it.each([
  ['nobody listens', 'postgresql://setu:x@127.0.0.1:9/nothing'],
  ['it was never configured', undefined],
])(
  'while the database is away (%s) every call says so and when to come back; then all is as before',
  async (_name, url) => {
    const { submission } = await makeSubmission(server, centre);
    const home = process.env.DATABASE_URL;
    await movedTo(url);
    for (const path of ['/api/v1/health', '/api/v1/catalogue', '/api/v1/me', '/api/auth/get-session']) {
      const { status, headers, body } = await centre.send('GET', path);
      expect({ path, status, code: body.code }).toEqual({ path, status: 503, code: 'unavailable' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await centre.sync([submission])).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await centre.signIn('karim')).status).toBe(503);
    await movedTo(home);
    expect((await centre.sync([submission])).body.receipts).toMatchObject([{ outcome: 'accepted' }]);
  },
);
