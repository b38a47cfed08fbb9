import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submissions } from '@/lib/server/db/schema/submissions';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre } from '@/lib/server/testing/people';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

it('I3: a submission whose commit fails has no receipt, and is taken when it comes again', async () => {
  const centre = await atCentre(server.origin);
  const { submission } = await makeSubmission(server, centre);
  // Every statement is fine: it is the COMMIT that finds the disk full.
  await server.asOwner(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION USING errcode = ''disk_full''; END'`);
  await server.asOwner(`
    CREATE CONSTRAINT TRIGGER no_room AFTER INSERT ON submissions DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION no_room()`);
  const { status, body } = await centre.send('POST', '/api/v1/sync', {
    json: { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [submission] },
  });
  expect(status).toBe(507);
  expect(JSON.stringify(body)).not.toContain('"receipt"');
  const rowsOf = () => server.db.select().from(submissions).where(eq(submissions.id, submission.id));
  expect(await rowsOf()).toEqual([]);

  await server.asOwner(`DROP TRIGGER no_room ON submissions`);
  const { body: second } = await centre.sync([submission]);
  expect(second.receipts).toMatchObject([{ id: submission.id, outcome: 'accepted' }]);
  expect(await rowsOf()).toHaveLength(1);
});
