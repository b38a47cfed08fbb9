import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submissions } from '@/lib/server/db/schema/submissions';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre } from '@/lib/server/testing/people';

const DAY = 24 * 60 * 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

it.each([2, 40, 800])('what was recorded %i days ago gets its receipt again', async (days) => {
  const centre = await atCentre(server.origin);
  const { submission } = await makeSubmission(server, centre);
  const first = await centre.sync([submission]);
  await server.db
    .update(submissions)
    .set({ receivedAt: new Date(Date.now() - days * DAY) })
    .where(eq(submissions.id, submission.id));
  const again = await centre.sync([submission]);
  expect(again.body.receipts).toEqual([{ ...first.body.receipts[0], outcome: 'duplicate' }]);
});
