import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '@/lib/catalogue/load-catalogue';
import { verifyReceipt } from '@/lib/crypto/receipt';
import { generateSealKeyPair } from '@/lib/crypto/server-keyring';
import { submissionHash } from '@/lib/crypto/submission-hash';
import { quarantine } from '@/lib/server/db/schema/quarantine';
import { submissions } from '@/lib/server/db/schema/submissions';
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

const rowsOf = (id: string) => server.db.select().from(submissions).where(eq(submissions.id, id));

describe('a submission that is right', () => {
  it('is recorded once, with a receipt that a stranger can verify', async () => {
    const { submission } = await makeSubmission(server, centre);
    const { status, body } = await centre.sync([submission]);
    expect(status).toBe(200);
    expect(body.receipts).toMatchObject([{ id: submission.id, outcome: 'accepted' }]);
    const keys = [server.context.keys.published.receipt];
    const expected = { id: submission.id, sha256: await submissionHash(submission) };
    const verified = await verifyReceipt(body.receipts[0]?.receipt ?? '', { keys, expected });
    expect(verified).toMatchObject({ ok: true, value: { epoch: body.epoch } });
    expect(await rowsOf(submission.id)).toHaveLength(1);
  });

  it('comes down again as a change of its own centre', async () => {
    const { submission } = await makeSubmission(server, centre);
    const { body } = await centre.sync([submission]);
    const change = body.changes.find((one) => one.submissionId === submission.id);
    expect(change).toMatchObject({
      status: 'received',
      files: { have: 0, of: submission.attachments.length },
    });
    expect(body.cursor).toBe(change?.seq);
  });

  it('gets the same receipt, byte for byte, however often it is sent', async () => {
    const { submission } = await makeSubmission(server, centre);
    const first = await centre.sync([submission]);
    const again = await centre.sync([submission]);
    expect(again.body.receipts[0]).toEqual({ ...first.body.receipts[0], outcome: 'duplicate' });
  });

  it('is one row with one receipt when twenty requests bring it at once', async () => {
    const { submission } = await makeSubmission(server, centre);
    const answers = await Promise.all(Array.from({ length: 20 }, () => centre.sync([submission])));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.receipts[0]?.receipt)).size).toBe(1);
    expect(answers.filter(({ body }) => body.receipts[0]?.outcome === 'accepted')).toHaveLength(1);
    expect(await rowsOf(submission.id)).toHaveLength(1);
  });

  it('is one row when two streams bring it at once', async () => {
    const phone = await onOwnPhone(server.origin);
    for (let round = 0; round < 6; round += 1) {
      const batch = await Promise.all(Array.from({ length: 4 }, () => makeSubmission(server, centre)));
      const items = batch.map(({ submission }) => submission);
      const [one, other] = await Promise.all([centre.sync(items), phone.sync(items.toReversed())]);
      const receipts = new Map(one.body.receipts.map((r) => [r.id, r.receipt ?? 'none']));
      for (const { id, receipt } of other.body.receipts) expect(receipt).toBe(receipts.get(id));
      for (const { id } of items) expect(await rowsOf(id)).toHaveLength(1);
    }
  });

  it('may come gzipped', async () => {
    const { submission } = await makeSubmission(server, centre);
    const json = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [submission] };
    const { body } = await centre.send('POST', '/api/v1/sync', { json, gzip: true });
    expect(body).toMatchObject({ receipts: [{ outcome: 'accepted' }] });
  });

  it.each(loadCatalogue().services.map(({ id }) => id))(
    'of %s is taken, compressed with its dictionary',
    async (serviceId) => {
      const { submission } = await makeSubmission(server, centre, { serviceId, dictionary: true });
      const { body } = await centre.sync([submission]);
      expect(body.receipts).toEqual([
        { id: submission.id, outcome: 'accepted', receipt: expect.any(String) },
      ]);
    },
  );

  it.each(loadCatalogue().services.map(({ id }) => id))(
    'of %s is taken, packed by its form',
    async (serviceId) => {
      const { submission } = await makeSubmission(server, centre, { serviceId, packed: true });
      expect(submission.sealed.z).toBe('positional-1');
      const { body } = await centre.sync([submission]);
      expect(body.receipts).toEqual([
        { id: submission.id, outcome: 'accepted', receipt: expect.any(String) },
      ]);
    },
  );

  it('is taken although its device believes in another year', async () => {
    const { submission } = await makeSubmission(server, centre);
    const { submission: old } = await makeSubmission(server, centre, {
      queuedAt: '2010-01-01T00:00:00.000Z',
    });
    const { body } = await centre.sync([submission, old]);
    expect(body.receipts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  });
});

describe('a submission that cannot be taken', () => {
  const refusalOf = async (bad: unknown) => {
    const { submission: good } = await makeSubmission(server, centre);
    const { status, body } = await centre.sync([bad, good]);
    expect(status).toBe(200);
    expect(body.receipts[1]).toMatchObject({ id: good.id, outcome: 'accepted' });
    return body.receipts[0];
  };

  it('is refused alone and kept in quarantine', async () => {
    const { submission } = await makeSubmission(server, centre, {
      bend: (plain) => ({ ...plain, answers: {} }),
    });
    const refusal = await refusalOf(submission);
    expect(refusal).toMatchObject({
      id: submission.id,
      outcome: 'refused',
      problem: { code: 'validation-failed' },
    });
    expect(refusal?.problem?.errors).toContainEqual({ pointer: '/declaration', code: 'not-ticked' });
    const kept = await server.db.select().from(quarantine).where(eq(quarantine.submissionId, submission.id));
    expect(kept.map(({ envelope }) => JSON.parse(envelope))).toEqual([submission]);
    expect(await rowsOf(submission.id)).toHaveLength(0);
  });

  it('is a conflict when its id came before with other bytes', async () => {
    const { submission } = await makeSubmission(server, centre);
    await centre.file(submission);
    const { submission: other } = await makeSubmission(server, centre, { id: submission.id });
    expect(await refusalOf(other)).toMatchObject({ outcome: 'refused', problem: { code: 'conflict' } });
  });

  it('is a conflict when its id comes twice in one request with other bytes', async () => {
    const { submission } = await makeSubmission(server, centre);
    const { submission: twin } = await makeSubmission(server, centre, { id: submission.id });
    const { body } = await centre.sync([submission, twin, submission]);
    expect(body.receipts.map((r) => r.outcome)).toEqual(['accepted', 'refused', 'duplicate']);
  });

  it('names a version that was never published', async () => {
    const { submission } = await makeSubmission(server, centre, { serviceVersion: 999 });
    expect(await refusalOf(submission)).toMatchObject({ problem: { code: 'unknown-form-version' } });
  });

  it('is sealed to a key of another server', async () => {
    const { submission } = await makeSubmission(server, centre, { key: await generateSealKeyPair() });
    expect(await refusalOf(submission)).toMatchObject({ problem: { code: 'unknown-key' } });
  });

  it('has a header that does not belong to its seal', async () => {
    const { submission } = await makeSubmission(server, centre);
    expect(await refusalOf({ ...submission, queuedAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({
      problem: { code: 'unseal-failed' },
    });
  });

  it('carries a tracking code that somebody has already', async () => {
    const { submission } = await makeSubmission(server, centre);
    await centre.file(submission);
    const { submission: thief } = await makeSubmission(server, centre, {
      trackingCode: submission.trackingCode,
    });
    expect(await refusalOf(thief)).toMatchObject({ problem: { code: 'tracking-code-invalid' } });
  });

  it('corrects something nobody knows', async () => {
    const { submission } = await makeSubmission(server, centre, { supersedes: randomUUID() });
    expect(await refusalOf(submission)).toMatchObject({ problem: { code: 'supersedes-unknown' } });
  });

  it.each([
    ['a NUL', '\u0000'],
    ['half a surrogate pair', '\ud800'],
  ])('has %s in an answer, which no database can keep', async (_name, text) => {
    const bend = (plain: object & { answers: object }) => ({
      ...plain,
      answers: { ...plain.answers, note_x: text },
    });
    const { submission } = await makeSubmission(server, centre, { bend });
    expect(await refusalOf(submission)).toMatchObject({ problem: { code: 'validation-failed' } });
  });

  it.each([
    ['an unknown key', { extra: 1 }],
    ['a wrong type', { attachments: 'none' }],
    ['a prototype', JSON.parse('{"__proto__": {"admin": true}}')],
    [
      'base64url with stray bits',
      { sealed: { kid: 'k', enc: `${'A'.repeat(86)}B`, ct: 'A'.repeat(40), z: 'deflate' } },
    ],
  ])('has %s', async (_name, bent) => {
    const { submission } = await makeSubmission(server, centre);
    expect(await refusalOf({ ...submission, ...bent })).toMatchObject({
      problem: { code: 'validation-failed' },
    });
  });
});

describe('a correction', () => {
  it('takes the place of the old submission, once', async () => {
    const { submission: old } = await makeSubmission(server, centre);
    await centre.file(old);
    const { submission: mended } = await makeSubmission(server, centre, { supersedes: old.id });
    const { body } = await centre.sync([mended]);
    expect(body.changes).toContainEqual(
      expect.objectContaining({ submissionId: old.id, status: 'superseded' }),
    );
    expect((await rowsOf(old.id))[0]).toMatchObject({ status: 'superseded', supersededBy: mended.id });
    const { submission: second } = await makeSubmission(server, centre, { supersedes: old.id });
    expect((await centre.sync([second])).body.receipts[0]?.problem).toEqual({ code: 'conflict' });
  });

  it('may mend what was refused, in the same request too', async () => {
    const { submission: refused } = await makeSubmission(server, centre, {
      bend: (plain) => ({ ...plain, v: 2 }),
    });
    const { submission: mended } = await makeSubmission(server, centre, { supersedes: refused.id });
    const { body } = await centre.sync([refused, mended]);
    expect(body.receipts.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted']);
  });

  it('cannot name a submission of another stream', async () => {
    const { submission: theirs } = await makeSubmission(server, centre);
    await centre.file(theirs);
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone, { supersedes: theirs.id });
    expect((await phone.sync([submission])).body.receipts[0]?.problem).toEqual({
      code: 'supersedes-unknown',
    });
    expect((await rowsOf(theirs.id))[0]?.status).toBe('received');
  });
});

describe('the change feed', () => {
  it('has no gap and no repetition for a reader while eight writers write', async () => {
    const made = await Promise.all(Array.from({ length: 40 }, () => makeSubmission(server, centre)));
    const start = (await centre.sync([], 0)).body.cursor;
    const seen: number[] = [];
    let writing = true;
    const reader = (async () => {
      for (let cursor = start, last = false; !last; ) {
        last = !writing;
        const { body } = await centre.sync([], cursor);
        seen.push(...body.changes.map(({ seq }) => seq));
        cursor = body.cursor;
      }
    })();
    const lanes = Array.from({ length: 8 }, (_, lane) => made.filter((_one, index) => index % 8 === lane));
    await Promise.all(
      lanes.map(async (lane) => {
        for (const { submission } of lane) await centre.file(submission);
      }),
    );
    writing = false;
    await reader;
    expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => start + 1 + index));
  }, 60_000);

  it('comes in pages and says when there is more', async () => {
    let cursor = 0;
    let pages = 0;
    for (let more = true; more; pages += 1) {
      const { body } = await centre.sync([], cursor);
      expect(body.changes.length).toBeLessThanOrEqual(500);
      cursor = body.cursor;
      more = body.more ?? false;
    }
    expect(pages).toBeGreaterThan(0);
  });

  it('starts again for a cursor that this server never gave out', async () => {
    const { body } = await centre.sync([], 1_000_000);
    expect(body.changes[0]?.seq).toBe(1);
  });

  it('is of one stream only', async () => {
    const phone = await onOwnPhone(server.origin);
    expect((await phone.sync([])).body).toMatchObject({ changes: [], cursor: 0 });
  });
});

describe('a device', () => {
  it('without a cookie, or with a wrong secret, is not known', async () => {
    const stranger = await onOwnPhone(server.origin);
    const cookie = stranger.cookies.get('setu-device') ?? '';
    stranger.cookies.set('setu-device', `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`);
    expect((await stranger.sync([])).status).toBe(401);
    stranger.cookies.clear();
    expect(await stranger.sync([])).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('that was revoked is told so, and what it carried is kept', async () => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone);
    const { devices } = await import('@/lib/server/db/schema/devices');
    await server.db.update(devices).set({ revokedAt: new Date() }).where(eq(devices.code, phone.deviceCode));
    expect(await phone.sync([submission])).toMatchObject({ status: 403, body: { code: 'device-revoked' } });
    expect(await rowsOf(submission.id)).toHaveLength(0);
    expect(
      await server.db.select().from(quarantine).where(eq(quarantine.submissionId, submission.id)),
    ).toHaveLength(1);
  });
});
