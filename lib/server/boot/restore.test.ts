import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serverState } from '../db/schema/server-state';
import { confirmBackup, readBackupPositions } from '../services/confirm-backup';
import { createTestServer, type TestServer } from '../testing/create-test-server';
import { makeSubmission } from '../testing/make-submission';
import { atCentre } from '../testing/people';
import { guardEpoch } from './guard-epoch';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const epoch = async () => (await server.db.select().from(serverState).where(eq(serverState.id, 1)))[0]?.epoch;

it('an ordinary start keeps the epoch', async () => {
  const before = await epoch();
  expect(await guardEpoch(server.db, server.dataDir)).toBe(false);
  expect(await guardEpoch(server.db, server.dataDir)).toBe(false);
  expect(await epoch()).toBe(before);
});

it('a database older than the last start gets a new epoch, once', async () => {
  const before = await epoch();
  await server.db.update(serverState).set({ generation: 1 });
  expect(await guardEpoch(server.db, server.dataDir)).toBe(true);
  const after = await epoch();
  expect(after).not.toBe(before);
  expect(await guardEpoch(server.db, server.dataDir)).toBe(false);
  expect(await epoch()).toBe(after);
});

it('tells a device what is in the backup only when the backup is confirmed', async () => {
  const centre = await atCentre(server.origin);
  const { submission: first } = await makeSubmission(server, centre);
  await centre.file(first);
  const positions = await readBackupPositions(server.db);
  const { submission: second } = await makeSubmission(server, centre);
  await centre.file(second);
  expect((await centre.sync([])).body.backupSeq).toBe(0);
  await confirmBackup(server.db, positions);
  expect((await centre.sync([])).body).toMatchObject({ backupSeq: 1, cursor: 2 });
});
