import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compactSubmissions } from '@/lib/contract/compact-submissions';
import { parseContract } from '@/lib/contract/parse-contract';
import { compactSyncResponseSchema, syncResponseSchema } from '@/lib/contract/sync-schema';
import type { CompactSyncResponse, SyncResponse, WireSubmission } from '@/lib/contract/wire';
import { verifyReceipt } from '@/lib/crypto/receipt';
import { beginSealSession } from '@/lib/crypto/seal-session';
import { submissionHash } from '@/lib/crypto/submission-hash';
import type { SyncSender } from '@/lib/outbox/ports';
import { createOutboxRunner } from '@/lib/outbox/run-outbox';
import { createMemoryDevice, createMemoryOutboxStore } from '@/lib/outbox/testing/memory-outbox-store';
import { createHttpSyncSender } from '@/lib/remote/http-sync-sender';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, onOwnPhone } from '@/lib/server/testing/people';
import type { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let centre: TestClient;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

async function inSession(client: TestClient, count: number, supersedes?: string) {
  const session = await beginSealSession(server.context.keys.published.seal);
  const made: WireSubmission[] = [];
  for (let n = 0; n < count; n += 1) {
    const key = await session.take();
    if (key === undefined) throw new Error('the session is used up');
    const wish = { key, packed: true, ...(n === 0 && supersedes && { supersedes }) };
    made.push((await makeSubmission(server, client, wish)).submission);
  }
  return made;
}

/** The answer as it stands on the line. */
async function rawSync(
  client: TestClient,
  submissions: readonly WireSubmission[],
  { protocol, cursor = 0 }: { readonly protocol: 1 | 2; readonly cursor?: number },
): Promise<{ readonly text: string; readonly body: CompactSyncResponse }> {
  const sent = protocol === 1 ? submissions : compactSubmissions(submissions);
  const json = { protocol, cursor, catalogueVersion: 0, submissions: sent };
  const { body, status } = await client.send<CompactSyncResponse>('POST', '/api/v1/sync', { json });
  expect(status).toBe(200);
  return { text: JSON.stringify(body), body };
}

const timeless = ({ serverTime: _, ...rest }: SyncResponse) => rest;

describe('an answer to protocol 2', () => {
  it('has new receipts in one group and no change that they say already', async () => {
    centre = await atCentre(server.origin);
    const [old] = await inSession(centre, 1);
    if (!old) throw new Error('not made');
    const { cursor } = (await rawSync(centre, [old], { protocol: 2 })).body;
    const made = await inSession(centre, 8, old.id);
    const { text, body } = await rawSync(centre, made, { protocol: 2, cursor });
    expect(parseContract(compactSyncResponseSchema, body).ok).toBe(true);
    expect(body.receipts).toEqual([]);
    expect(body.signed).toMatchObject([{ from: 0, outcome: 'accepted', seq: cursor + 1, news: true }]);
    expect(body.changes).toMatchObject([{ submissionId: old.id, status: 'superseded', seq: cursor + 9 }]);
    expect(body.cursor).toBe(cursor + 9);
    for (const { id } of made) expect(text).not.toContain(id);
    expect(text.length).toBeLessThan(8 * 86 + 700);
  });

  it('stands for exactly what protocol 1 says of the same books', async () => {
    centre = await atCentre(server.origin);
    const made = await inSession(centre, 6);
    const bad = { ...made[3], queuedAt: '2026-11-22T04:42:00.001Z' } as WireSubmission;
    const sent = [...made.slice(0, 3), bad, ...made.slice(4)];
    const first = await centre.sync(compactSubmissions(sent), 0, 2);
    const compact = await centre.sync(compactSubmissions(sent), 0, 2);
    const whole = await rawSync(centre, sent, { protocol: 1 });
    expect(parseContract(syncResponseSchema, whole.body).ok).toBe(true);
    expect(timeless(compact.body)).toEqual(timeless(whole.body));
    expect(first.body.changes).toEqual(whole.body.changes);
    expect(first.body.cursor).toBe(whole.body.cursor);
    expect(first.body.receipts.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'refused',
      'accepted',
      'accepted',
    ]);
    expect(first.body.receipts.map(({ receipt }) => receipt)).toEqual(
      whole.body.receipts.map(({ receipt }) => receipt),
    );
  });

  it('tells everything again to a cursor of another history, but not what its receipts say', async () => {
    const phone = await onOwnPhone(server.origin);
    const first = await inSession(phone, 2);
    await rawSync(phone, first, { protocol: 2 });
    const made = await inSession(phone, 2);
    const { body } = await rawSync(phone, made, { protocol: 2, cursor: 1_000_000 });
    expect(body.changes.map(({ submissionId }) => submissionId)).toEqual(first.map(({ id }) => id));
    expect(body.signed).toMatchObject([{ seq: 3, news: true }]);
    expect(body.cursor).toBe(4);
  });
});

describe('an answer to protocol 1', () => {
  it('has nothing of the new form', async () => {
    centre = await atCentre(server.origin);
    const made = await inSession(centre, 2);
    for (const outcome of ['accepted', 'duplicate']) {
      const { body } = await rawSync(centre, made, { protocol: 1 });
      expect(Object.keys(body)).toEqual([
        'receipts',
        'changes',
        'cursor',
        'epoch',
        'backupSeq',
        'serverTime',
        'catalogueVersion',
      ]);
      expect(body.receipts.map((one) => [Object.keys(one), one.outcome])).toEqual(
        made.map(() => [['id', 'outcome', 'receipt'], outcome]),
      );
    }
  });
});

/** The app's runner with a queue in memory; `sender` decides which protocol it speaks. */
async function flush(sender: SyncSender, submissions: readonly WireSubmission[]) {
  const device = createMemoryDevice();
  const store = createMemoryOutboxStore(device);
  for (const [at, submission] of submissions.entries())
    await store.add({ v: 1, id: submission.id, submission, queuedAt: at, attempts: 0, state: 'queued' });
  const runner = createOutboxRunner({
    store,
    sender,
    verifier: {
      verify: (jws, expected) =>
        verifyReceipt(jws, { keys: [server.context.keys.published.receipt], expected }),
      submissionHash: ({ submission }) => submissionHash(submission),
    },
    clock: () => 1_795_322_520_000,
    chance: () => 0.5,
    owner: 'test',
    catalogueVersion: () => 1,
  });
  expect(await runner.flushOnce()).toMatchObject({ end: 'done' });
  return { ...device, position: { ...device.position, lastContact: null } };
}

it('leaves the same store behind in either protocol', async () => {
  centre = await atCentre(server.origin);
  const made = await inSession(centre, 5);
  const cookie = [...centre.cookies].map((pair) => pair.join('=')).join('; ');
  const withCookie: typeof fetch = (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return fetch(input, { ...init, headers });
  };
  const compact = createHttpSyncSender({ fetch: withCookie, origin: server.origin, now: Date.now });
  const old: SyncSender = {
    async send(request) {
      const said = await rawSync(centre, request.submissions, { protocol: 1, cursor: request.cursor });
      return { ok: true, value: said.body };
    },
  };
  const byNew = await flush(compact, made);
  expect([...byNew.items.values()].map(({ state }) => state)).toEqual(made.map(() => 'received'));
  expect([...byNew.cases.keys()]).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
  expect(await flush(old, made)).toEqual(byNew);
});
