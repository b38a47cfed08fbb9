import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submissionEvents } from '@/lib/server/db/schema/submission-events';
import { submissions } from '@/lib/server/db/schema/submissions';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { type Made, makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre } from '@/lib/server/testing/people';
import { sendFile } from '@/lib/server/testing/send-file';
import type { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;
beforeAll(async () => {
  server = await createTestServer();
  centre = await atCentre(server.origin);
});
afterAll(() => server.close());

async function booksOf({ submission: { id } }: Made) {
  const [row] = await server.db
    .select({ have: submissions.filesHave })
    .from(submissions)
    .where(eq(submissions.id, id));
  const events = await server.db
    .select({ have: submissionEvents.filesHave })
    .from(submissionEvents)
    .where(and(eq(submissionEvents.submissionId, id), eq(submissionEvents.kind, 'files')));
  return { have: row?.have, told: events.map(({ have }) => have) };
}

it('mode 40: a file is counted and told together, or neither, and once when it is asked again', async () => {
  const made = await makeSubmission(server, centre, { serviceId: 'nationality-character-certificate' });
  await centre.file(made.submission);
  const [file] = made.submission.attachments;
  if (!file) throw new Error('the service asks for a file');

  await server.asOwner(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION USING errcode = ''disk_full''; END'`);
  await server.asOwner(`
    CREATE TRIGGER no_room BEFORE INSERT ON submission_events FOR EACH ROW EXECUTE FUNCTION no_room()`);
  await expect(sendFile(centre, made, file.id)).rejects.toThrow('the file was taken');
  expect(await booksOf(made)).toEqual({ have: 0, told: [] });

  await server.asOwner(`DROP TRIGGER no_room ON submission_events`);
  const url = `/api/v1/attachments/${made.submission.id}_${file.id}`;
  for (const _ of [1, 2]) {
    const { status } = await centre.send('HEAD', url, { headers: { 'tus-resumable': '1.0.0' } });
    expect(status).toBe(200);
    expect(await booksOf(made)).toEqual({ have: 1, told: [1] });
  }
});
