import type { ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expandSubmissions } from '../contract/expand-submissions';
import type {
  Change,
  CompactSyncResponse,
  ReceiptClaims,
  SignedReceipts,
  SyncRequest,
  SyncResponse,
  WireSubmission,
} from '../contract/wire';
import { compactAnswer } from '../crypto/compact-answer';
import { verifyReceipt } from '../crypto/receipt';
import { generateReceiptKeyPair } from '../crypto/server-keyring';
import { importReceiptPrivateKey, signReceipt } from '../crypto/sign-receipt';
import { submissionHash } from '../crypto/submission-hash';
import { flipMiddle } from '../crypto/testing/flip-middle';
import { NEVER_SYNCED } from '../outbox/position';
import { createOutboxRunner } from '../outbox/run-outbox';
import { makeItem } from '../outbox/testing/make-item';
import { createMemoryDevice, createMemoryOutboxStore } from '../outbox/testing/memory-outbox-store';
import { createHttpSyncSender } from './http-sync-sender';
import { startLocalServer } from './testing/local-server';

const pair = await generateReceiptKeyPair();
const key = { kid: pair.kid, privateKey: await importReceiptPrivateKey(pair.privateKey) };
const AT = '2026-11-22T04:42:09.120Z';
const EARLIER = '2026-11-21T04:42:09.120Z';

const ITEMS = 5;
const signed = new Map<string, string>();

/** The same receipt for the same submission, as a server gives it. */
async function receiptFor(claims: ReceiptClaims): Promise<string> {
  const known = signed.get(claims.id) ?? (await signReceipt(claims, key));
  signed.set(claims.id, known);
  return known;
}

/** The first was received the day before and has been returned since, the third is refused, the others are new. */
async function answerTo(submissions: readonly WireSubmission[]): Promise<SyncResponse> {
  const changes: Change[] = [];
  const receipts = await Promise.all(
    submissions.map(async (submission, place) => {
      const { id, attachments } = submission;
      if (place === 2) return { id, outcome: 'refused', problem: { code: 'validation-failed' } } as const;
      const at = place === 0 ? EARLIER : AT;
      const claims = { id, sha256: await submissionHash(submission), seq: place + 1, epoch: 'e1', at };
      const files = { have: 0, of: attachments.length };
      changes.push({ submissionId: id, seq: claims.seq, status: 'received', at, files });
      const outcome = place === 0 ? 'duplicate' : 'accepted';
      return { id, outcome, receipt: await receiptFor(claims) } as const;
    }),
  );
  const [first] = submissions;
  if (first) changes.push({ submissionId: first.id, seq: 9, status: 'returned', at: AT, note: 'ছবি অস্পষ্ট' });
  return {
    receipts,
    changes: changes.sort((a, b) => a.seq - b.seq),
    cursor: 9,
    epoch: 'e1',
    backupSeq: 0,
    serverTime: AT,
    catalogueVersion: 1,
  };
}

type Bend = (answer: CompactSyncResponse) => CompactSyncResponse;

/** What a device holds after one flush against a server that answers in one form or the other. */
async function flushed(form: 'compact' | 'old', bend: Bend = (answer) => answer) {
  const device = createMemoryDevice();
  const store = createMemoryOutboxStore(device);
  for (let n = 1; n <= ITEMS; n += 1) await store.add(makeItem(n));
  const server = await startLocalServer(async (response: ServerResponse, { headers, body }) => {
    const text = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    const request = JSON.parse(text.toString()) as SyncRequest;
    const expanded = expandSubmissions(request.submissions);
    const submissions = expanded.ok ? expanded.items.map(({ item }) => item as WireSubmission) : [];
    const answer = await answerTo(submissions);
    const sent = submissions.map(({ id, attachments }) => ({ id, files: attachments.length }));
    const said = form === 'old' ? answer : bend(compactAnswer(answer, sent));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  const runner = createOutboxRunner({
    store,
    sender: createHttpSyncSender(server.line),
    verifier: {
      verify: (jws, expected) => verifyReceipt(jws, { keys: [pair], expected }),
      submissionHash: ({ submission }) => submissionHash(submission),
    },
    clock: () => Date.parse(AT),
    chance: () => 0.5,
    owner: 'test',
    catalogueVersion: () => 1,
  });
  await runner.flushOnce();
  await server.stop();
  const states = [...device.items.values()].map(({ state }) => state);
  return { device, states };
}

const bendSigned =
  (nth: number, change: (group: SignedReceipts) => Partial<SignedReceipts>): Bend =>
  (answer) => ({
    ...answer,
    signed: (answer.signed ?? []).map((group, at) => (at === nth ? { ...group, ...change(group) } : group)),
  });

test('the device ends with the same items, receipts, cases and position in either form', async () => {
  const [compact, old] = [await flushed('compact'), await flushed('old')];
  expect(compact.device).toEqual(old.device);
  expect(compact.states).toEqual(['received', 'received', 'needs-attention', 'received', 'received']);
  const cases = [...compact.device.cases.values()].map(({ seq, status }) => [seq, status]);
  expect(cases).toEqual([
    [9, 'returned'],
    [2, 'received'],
    [4, 'received'],
    [5, 'received'],
  ]);
  expect(compact.device.position).toMatchObject({ cursor: 9, epoch: 'e1' });
});

// Of its groups the first is the duplicate, the second is of the second item alone, the third of the last two.
describe.each<[string, Bend, readonly number[]]>([
  [
    'a signature with another bit',
    bendSigned(0, ({ signatures }) => ({ signatures: flipMiddle(signatures) })),
    [0],
  ],
  [
    'signatures that changed places',
    bendSigned(2, ({ signatures }) => ({ signatures: signatures.slice(86) + signatures.slice(0, 86) })),
    [3, 4],
  ],
  ['another number', bendSigned(2, ({ seq }) => ({ seq: seq + 1 })), [3, 4]],
  ['another instant', bendSigned(1, () => ({ at: EARLIER })), [1]],
  ['another epoch', bendSigned(1, () => ({ epoch: 'e0' })), [1]],
  ['a key nobody knows', bendSigned(1, () => ({ kid: 'nobodys0' })), [1]],
  ['the place of another', bendSigned(1, () => ({ from: 2 })), [1, 2]],
])('%s', (_, bend, touched) => {
  test('makes no receipt, and nothing else of that answer is believed', async () => {
    const { device, states } = await flushed('compact', bend);
    const good = ['received', 'received', 'needs-attention', 'received', 'received'];
    for (const [place, state] of states.entries())
      if (touched.includes(place)) expect(state).not.toBe('received');
      else expect(state).toBe(good[place]);
    expect(device.cases.size).toBe(0);
    expect(device.position).toEqual(NEVER_SYNCED);
  });
});

test.each<[string, Bend]>([
  ['cut signatures', bendSigned(2, ({ signatures }) => ({ signatures: signatures.slice(1) }))],
  ['a receipt too many', bendSigned(2, ({ signatures }) => ({ signatures: signatures.repeat(2) }))],
  ['a place taken twice', bendSigned(1, () => ({ from: 0 }))],
])('%s are no answer at all: everything waits', async (_, bend) => {
  const { device, states } = await flushed('compact', bend);
  expect(states).toEqual(Array(ITEMS).fill('waiting'));
  expect(
    [...device.items.values()].every((item) => item.state === 'waiting' && item.reason === 'not-our-server'),
  ).toBe(true);
  expect(device.cases.size).toBe(0);
  expect(device.position).toMatchObject({ cursor: 0, epoch: null });
});
