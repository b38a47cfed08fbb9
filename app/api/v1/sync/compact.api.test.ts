import { createECDH, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompactGroup } from '@/lib/contract/compact-group';
import { compactSubmissions } from '@/lib/contract/compact-submissions';
import type { WireSubmission } from '@/lib/contract/wire';
import { verifyReceipt } from '@/lib/crypto/receipt';
import { beginSealSession } from '@/lib/crypto/seal-session';
import { submissionHash } from '@/lib/crypto/submission-hash';
import { flipMiddle } from '@/lib/crypto/testing/flip-middle';
import { quarantine } from '@/lib/server/db/schema/quarantine';
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

/** So many applications sealed in one session. */
async function inSession(count: number): Promise<readonly WireSubmission[]> {
  const session = await beginSealSession(server.context.keys.published.seal);
  const made: WireSubmission[] = [];
  for (let n = 0; n < count; n += 1) {
    const key = await session.take();
    if (key === undefined) throw new Error('the session is used up');
    made.push((await makeSubmission(server, centre, { key, dictionary: true })).submission);
  }
  return made;
}

const sendCompact = (submissions: readonly WireSubmission[]) =>
  centre.sync(compactSubmissions(submissions), 0, 2);
const outcomes = (said: Awaited<ReturnType<TestClient['sync']>>) =>
  said.body.receipts.map(({ outcome, problem }) => problem?.code ?? outcome);
const bent = (one: WireSubmission, sealed: Partial<WireSubmission['sealed']>): WireSubmission => ({
  ...one,
  sealed: { ...one.sealed, ...sealed },
});

describe('a group', () => {
  it('is taken in, each with a receipt for its own bytes', async () => {
    const made = await inSession(4);
    expect(compactSubmissions(made)).toHaveLength(1);
    const said = await sendCompact(made);
    expect(said.status).toBe(200);
    expect(outcomes(said)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    for (const [at, submission] of made.entries()) {
      const expected = { id: submission.id, sha256: await submissionHash(submission) };
      const keys = [server.context.keys.published.receipt];
      expect(await verifyReceipt(said.body.receipts[at]?.receipt ?? '', { keys, expected })).toMatchObject({
        ok: true,
      });
    }
  });

  it('and the old form are the same submissions, whichever came first', async () => {
    const made = await inSession(4);
    const [before, after] = [made.slice(0, 2), made.slice(2)];
    const compactFirst = await sendCompact(before);
    const oldSecond = await centre.sync(before);
    const oldFirst = await centre.sync(after);
    const compactSecond = await sendCompact(after);
    for (const [first, second] of [
      [compactFirst, oldSecond],
      [oldFirst, compactSecond],
    ] as const) {
      expect(outcomes(first)).toEqual(['accepted', 'accepted']);
      expect(outcomes(second)).toEqual(['duplicate', 'duplicate']);
      expect(second.body.receipts.map((r) => r.receipt)).toEqual(first.body.receipts.map((r) => r.receipt));
    }
  });

  it('stands beside old single-shot seals in one request', async () => {
    const { submission: old } = await makeSubmission(server, centre);
    const [first, second] = await inSession(2);
    if (!first || !second) throw new Error('not made');
    const parts = [...compactSubmissions([first]), old, ...compactSubmissions([second])];
    expect(outcomes(await centre.sync(parts, 0, 2))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(outcomes(await sendCompact([old]))).toEqual(['duplicate']);
  });
});

describe('within a session', () => {
  it.each<[string, (one: WireSubmission) => WireSubmission]>([
    ['a number that another has', (one) => bent(one, { n: 0 })],
    ['a number nobody had', (one) => bent(one, { n: 40 })],
    ['another encapsulated key', (one) => bent(one, { enc: flipMiddle(one.sealed.enc) })],
    ['a changed ciphertext', (one) => bent(one, { ct: flipMiddle(one.sealed.ct) })],
    ['a changed header', (one) => ({ ...one, queuedAt: '2026-11-22T04:42:00.001Z' })],
  ])('%s is refused alone', async (_, change) => {
    const [first, second, third] = await inSession(3);
    if (!first || !second || !third) throw new Error('not made');
    const said = await sendCompact([first, change(second), third]);
    expect(outcomes(said)).toEqual(['accepted', 'unseal-failed', 'accepted']);
  });

  it('the same id sealed twice is a conflict', async () => {
    const session = await beginSealSession(server.context.keys.published.seal);
    const id = randomUUID();
    const twice: WireSubmission[] = [];
    for (let n = 0; n < 2; n += 1) {
      const key = await session.take();
      if (key === undefined) throw new Error('no key');
      twice.push((await makeSubmission(server, centre, { key, id })).submission);
    }
    expect(outcomes(await sendCompact(twice))).toEqual(['accepted', 'conflict']);
    expect(outcomes(await sendCompact(twice))).toEqual(['duplicate', 'conflict']);
  });

  it('two hundred strange sessions at once are refused, and the good one among them is taken', async () => {
    const [good] = await inSession(1);
    if (!good) throw new Error('not made');
    const strange = Array.from({ length: 199 }, () => {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const enc = pair.getPublicKey().subarray(0, 33);
      enc[0] = 2;
      return bent({ ...good, id: randomUUID() }, { enc: enc.toString('base64url'), n: 63 });
    });
    const said = await sendCompact([...strange, good]);
    expect(said.status).toBe(200);
    expect(outcomes(said)).toEqual([...strange.map(() => 'unseal-failed'), 'accepted']);
  });
});

describe('a request of protocol 2', () => {
  it('refuses a row it cannot read alone, and keeps it', async () => {
    const made = await inSession(3);
    const [group] = compactSubmissions(made) as readonly [CompactGroup];
    const [first, second, third] = group.rows;
    const odd = [second?.[0], 0, { x: 'strange' }];
    const said = await centre.sync([{ ...group, rows: [first, odd, third] }], 0, 2);
    expect(outcomes(said)).toEqual(['accepted', 'validation-failed', 'accepted']);
    const [kept] = await server.db
      .select()
      .from(quarantine)
      .where(eq(quarantine.submissionId, made[1]?.id ?? ''));
    expect(kept?.envelope).toContain('strange');
  });

  it('is spoilt by a row without an id, and says where it stood', async () => {
    const [group] = compactSubmissions(await inSession(2)) as readonly [CompactGroup];
    const { status, body } = await centre.sync([{ ...group, rows: [group.rows[0], ['x', 0]] }], 0, 2);
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/submissions/0/rows/1/0', code: 'invalid_type' }] },
    });
    expect(outcomes(await centre.sync([group], 0, 2))).toEqual(['accepted', 'accepted']);
  });

  it('is told apart from one of a version that nobody speaks, and groups are nothing in version 1', async () => {
    const groups = compactSubmissions(await inSession(1));
    expect(await centre.sync(groups, 0, 3)).toMatchObject({ body: { code: 'unsupported-protocol' } });
    expect(await centre.sync(groups, 0, 1)).toMatchObject({ status: 422 });
  });

  it('never fails with 500 or 503, whatever stands in its rows', async () => {
    const [group] = compactSubmissions(await inSession(1)) as readonly [CompactGroup];
    const id = group.rows[0]?.[0].slice(0, 22) ?? '';
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...Object.keys(group)), async (value, key) => {
        const hostile = [
          { ...group, [key]: value },
          { ...group, rows: [[`${id}AAAA`, 0, value]] },
        ];
        for (const one of hostile) expect([200, 422]).toContain((await centre.sync([one], 0, 2)).status);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
