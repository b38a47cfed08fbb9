import { eq } from 'drizzle-orm';
import { CompactSign } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TICKET_AUDIENCE, TICKET_HEADER } from '@/lib/contract/relay-schema';
import type { RelayResponse, TicketResponse, WireSubmission } from '@/lib/contract/wire';
import { verifyReceipt } from '@/lib/crypto/receipt';
import { generateReceiptKeyPair, type ServerKeyPair } from '@/lib/crypto/server-keyring';
import { importReceiptPrivateKey } from '@/lib/crypto/sign-receipt';
import { signTicket } from '@/lib/crypto/sign-ticket';
import { submissionHash } from '@/lib/crypto/submission-hash';
import { verifyTicket } from '@/lib/crypto/ticket';
import { devices } from '@/lib/server/db/schema/devices';
import { quarantine } from '@/lib/server/db/schema/quarantine';
import { submissions } from '@/lib/server/db/schema/submissions';
import { loadKeyFile } from '@/lib/server/keys/key-file';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';
import { type Made, makeSubmission } from '@/lib/server/testing/make-submission';
import { atCentre, atDesk, onOwnPhone } from '@/lib/server/testing/people';
import { TestClient } from '@/lib/server/testing/test-client';

let server: TestServer;
let origin: TestClient;
let ticket: string;
/** Neither enrolled nor signed in. */
let carrier: TestClient;

beforeAll(async () => {
  server = await createTestServer();
  origin = await atCentre(server.origin);
  ticket = await ticketOf(origin);
  carrier = new TestClient(server.origin);
});
afterAll(() => server.close());

async function ticketOf(client: TestClient): Promise<string> {
  return (await client.send<TicketResponse>('GET', '/api/v1/ticket')).body.ticket;
}

const relay = (items: readonly unknown[], under = ticket, client = carrier) =>
  client.send<RelayResponse & { code?: string }>('POST', '/api/v1/relay', {
    json: { protocol: 1, submissions: items },
    headers: { [TICKET_HEADER]: under },
  });

const idOf = (client: TestClient) => client.cookies.get('setu-device')?.split('.')[0] ?? '';

async function rowsOf(id: string) {
  return server.db.select().from(submissions).where(eq(submissions.id, id));
}

describe('a ticket', () => {
  it('names the device and nothing else, and is signed for this one purpose', async () => {
    const claims = await verifyTicket(ticket, [server.context.keys.published.receipt]);
    expect(claims).toEqual({
      ok: true,
      value: { aud: TICKET_AUDIENCE, device: idOf(origin), at: expect.any(String) },
    });
    const [, payload = ''] = ticket.split('.');
    expect(Object.keys(JSON.parse(Buffer.from(payload, 'base64url').toString()))).toEqual([
      'aud',
      'device',
      'at',
    ]);
  });

  it('reads nothing: no other call knows it', async () => {
    const headers = { [TICKET_HEADER]: ticket };
    for (const path of ['/api/v1/me', '/api/v1/ticket', '/api/v1/desk/cases'])
      expect((await carrier.send('GET', path, { headers })).status).toBe(401);
    const json = { protocol: 1, cursor: 0, catalogueVersion: 0, submissions: [] };
    expect((await carrier.send('POST', '/api/v1/sync', { json, headers })).status).toBe(401);
    const cookie = `setu-device=${idOf(origin)}.${ticket.slice(0, 43)}`;
    expect((await carrier.send('POST', '/api/v1/sync', { json, headers: { cookie } })).status).toBe(401);
  });
});

describe('work of another device', () => {
  it('is taken in once, for the device it comes from, whoever brings it and however often', async () => {
    const { submission } = await makeSubmission(server, origin);
    const before = (await origin.sync([])).body.cursor;
    const first = await relay([submission]);
    expect(first).toMatchObject({ status: 200, body: { receipts: [{ outcome: 'accepted' }] } });
    expect(Object.keys(first.body)).toEqual(['receipts']);
    const [row, ...more] = await rowsOf(submission.id);
    expect(more).toEqual([]);
    expect(row?.deviceId).toBe(idOf(origin));

    const receipt = first.body.receipts[0]?.receipt;
    expect((await relay([submission, submission])).body.receipts).toMatchObject([
      { outcome: 'duplicate', receipt },
      { outcome: 'duplicate', receipt },
    ]);
    const own = (await origin.sync([submission], before)).body;
    expect(own.receipts).toMatchObject([{ id: submission.id, outcome: 'duplicate', receipt }]);
    expect(own.changes).toMatchObject([{ submissionId: submission.id, status: 'received' }]);
    expect(await rowsOf(submission.id)).toHaveLength(1);
    const sha256 = await submissionHash(submission);
    const keys = [server.context.keys.published.receipt];
    expect(
      await verifyReceipt(receipt ?? '', { keys, expected: { id: submission.id, sha256 } }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('goes to its own device when the one who carries is enrolled elsewhere', async () => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, origin);
    expect((await relay([submission], ticket, phone)).body.receipts).toMatchObject([{ outcome: 'accepted' }]);
    expect((await phone.sync([])).body.changes).toEqual([]);
    expect((await rowsOf(submission.id))[0]?.streamId).toMatch(/^centre:/);
  });

  it('may come from a citizen’s own phone, and the decision finds the way back to it', async () => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone);
    const own = await ticketOf(phone);
    expect((await relay([submission], own)).body.receipts).toMatchObject([{ outcome: 'accepted' }]);
    const officer = await atDesk(server.origin);
    await officer.send('POST', `/api/v1/desk/cases/${submission.id}/decision`, {
      json: { action: 'accept' },
      headers: { 'if-match': '"1"' },
    });
    expect((await phone.sync([submission])).body).toMatchObject({
      receipts: [{ outcome: 'duplicate' }],
      changes: [{ status: 'received' }, { submissionId: submission.id, status: 'accepted' }],
    });
  });

  it('is taken item by item: a damaged one stops no other and is kept', async () => {
    const [good, bad] = [await makeSubmission(server, origin), await makeSubmission(server, origin)];
    const { sealed } = bad.submission;
    const broken: WireSubmission = {
      ...bad.submission,
      sealed: { ...sealed, ct: `AAAA${sealed.ct.slice(4)}` },
    };
    expect((await relay([broken, good.submission])).body.receipts).toMatchObject([
      { outcome: 'refused', problem: { code: 'unseal-failed' } },
      { outcome: 'accepted' },
    ]);
    const kept = await server.db
      .select()
      .from(quarantine)
      .where(eq(quarantine.submissionId, bad.submission.id));
    expect(kept).toMatchObject([{ deviceId: idOf(origin) }]);
  });

  it('under the code of an earlier enrolment is taken into the stream of the ticket, like in a sync', async () => {
    const earlier = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, earlier);
    expect((await relay([submission])).body.receipts).toMatchObject([{ outcome: 'accepted' }]);
    expect((await rowsOf(submission.id))[0]?.deviceId).toBe(idOf(origin));
    // the code itself can still be had once only
    const other = await makeSubmission(server, earlier, { trackingCode: submission.trackingCode });
    expect((await relay([other.submission])).body.receipts).toMatchObject([
      { outcome: 'refused', problem: { code: 'tracking-code-invalid' } },
    ]);
  });

  it('of a revoked device is kept, and not taken in', async () => {
    const phone = await onOwnPhone(server.origin);
    const { submission } = await makeSubmission(server, phone);
    const own = await ticketOf(phone);
    await server.db
      .update(devices)
      .set({ revokedAt: new Date() })
      .where(eq(devices.id, idOf(phone)));
    expect(await relay([submission], own)).toMatchObject({ status: 403, body: { code: 'device-revoked' } });
    expect(await rowsOf(submission.id)).toEqual([]);
    const kept = await server.db.select().from(quarantine).where(eq(quarantine.submissionId, submission.id));
    expect(kept).toMatchObject([{ deviceId: idOf(phone), problem: { code: 'device-revoked' } }]);
    expect((await phone.send('GET', '/api/v1/ticket')).status).toBe(403);
  });

  it('is counted by ticket: one that is shown too often waits, another goes on', async () => {
    const [busy, calm] = [await onOwnPhone(server.origin), await onOwnPhone(server.origin)];
    const { rateLimit } = await import('@/lib/server/auth/rate-limiter');
    const same = rateLimit({ name: 'relay', points: 300, seconds: 60 });
    for (let n = 0; n < 300; n += 1) await same.consume(idOf(busy));
    const said = await relay([], await ticketOf(busy));
    expect(said).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(said.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await relay([], await ticketOf(calm))).status).toBe(200);
  });
});

describe('what is no ticket', () => {
  const claims = () =>
    ({ aud: TICKET_AUDIENCE, device: idOf(origin), at: '2026-11-22T04:42:00.000Z' }) as const;
  const signer = async (pair: ServerKeyPair, kid = pair.kid) => ({
    kid,
    privateKey: await importReceiptPrivateKey(pair.privateKey),
  });
  const ours = async () => (await loadKeyFile(server.dataDir)).receipt[0];
  const signed = async (payload: unknown, header: object) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: (await ours()).kid, ...header })
      .sign((await signer(await ours())).privateKey);
  const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const altered = () => {
    const [head = '', , signature = ''] = ticket.split('.');
    return `${head}.${b64({ ...claims(), device: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10' })}.${signature}`;
  };

  const cases: [string, () => Promise<string> | string][] = [
    ['nothing', () => ''],
    ['noise', () => 'not a ticket'],
    ['a thousand dots', () => '.'.repeat(1000)],
    ['one that is far too long', () => `${ticket}${'A'.repeat(2000)}`],
    ['altered claims', altered],
    ['a cut signature', () => ticket.slice(0, -4)],
    ['alg none', () => `${b64({ alg: 'none', typ: 'ticket+jwt' })}.${b64(claims())}.AA`],
    ['a stranger’s key', async () => signTicket(claims(), await signer(await generateReceiptKeyPair()))],
    [
      'a stranger’s key under our name',
      async () => signTicket(claims(), await signer(await generateReceiptKeyPair(), (await ours()).kid)),
    ],
    ['our key, another type', () => signed(claims(), { typ: 'receipt+jwt' })],
    ['our key, no type', () => signed(claims(), {})],
    ['another audience', () => signed({ ...claims(), aud: 'sheba-setu' }, { typ: 'ticket+jwt' })],
    ['one claim more', () => signed({ ...claims(), read: true }, { typ: 'ticket+jwt' })],
    [
      'a receipt',
      async () =>
        (await origin.sync([(await makeSubmission(server, origin)).submission])).body.receipts[0]?.receipt ??
        '',
    ],
    [
      'a device nobody knows',
      () => signed({ ...claims(), device: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10' }, { typ: 'ticket+jwt' }),
    ],
  ];

  it.each(cases)('is 401 and takes nothing in: %s', async (_name, make) => {
    const { submission } = await makeSubmission(server, origin);
    const said = await relay([submission], await make());
    expect(said).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await rowsOf(submission.id)).toEqual([]);
  });

  it('the same words under the right type are one: the cases above differ by what they say', async () => {
    expect((await relay([], await signed(claims(), { typ: 'ticket+jwt' }))).status).toBe(200);
  });

  it('is refused before the body is read', async () => {
    const raw = new Uint8Array(9 * 1024 * 1024).fill(0x20);
    const headers = { 'content-type': 'application/json', [TICKET_HEADER]: altered() };
    expect((await carrier.send('POST', '/api/v1/relay', { raw, headers })).status).toBe(401);
  });
});

describe('the outline of a relay', () => {
  const cases: [string, unknown, number, string][] = [
    ['nothing', {}, 422, 'validation-failed'],
    ['a cursor', { protocol: 1, cursor: 0, submissions: [] }, 422, 'validation-failed'],
    ['a later protocol', { protocol: 99, submissions: [] }, 400, 'unsupported-protocol'],
    [
      'too many',
      { protocol: 1, submissions: Array.from({ length: 201 }, () => 1) },
      422,
      'validation-failed',
    ],
    ['an item without an id', { protocol: 1, submissions: [{}] }, 422, 'validation-failed'],
  ];
  it.each(cases)('is refused: %s', async (_name, json, status, code) => {
    const said = await carrier.send('POST', '/api/v1/relay', { json, headers: { [TICKET_HEADER]: ticket } });
    expect(said).toMatchObject({ status, body: { code } });
  });

  it('is limited to what a sync may have', async () => {
    const raw = new Uint8Array(9 * 1024 * 1024).fill(0x20);
    const headers = { 'content-type': 'application/json', [TICKET_HEADER]: ticket };
    expect(await carrier.send('POST', '/api/v1/relay', { raw, headers })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
  });
});

describe('files of another device', () => {
  const TUS = { 'tus-resumable': '1.0.0' };
  const filed = async (client: TestClient) => {
    const made = await makeSubmission(server, client, { serviceId: 'nationality-character-certificate' });
    return { made, file: firstFile(made) };
  };
  const firstFile = ({ submission, boxes }: Made) => {
    const header = submission.attachments[0];
    const box = boxes.get(header?.id ?? '');
    if (!header || !box) throw new Error('the service asks for a file');
    return { header, box, submissionId: submission.id };
  };
  type OneFile = ReturnType<typeof firstFile>;
  const create = (client: TestClient, { header, submissionId }: OneFile, extra: Record<string, string>) =>
    client.send('POST', '/api/v1/attachments', {
      headers: {
        ...TUS,
        ...extra,
        'upload-length': String(header.bytes),
        'upload-metadata': Object.entries({ submissionId, attachmentId: header.id, sha256: header.sha256 })
          .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
          .join(','),
      },
    });
  const patch = (client: TestClient, url: string, offset: number, raw: Uint8Array<ArrayBuffer>, extra = {}) =>
    client.send('PATCH', url, {
      raw,
      headers: {
        ...TUS,
        ...extra,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
    });

  it('are begun by one carrier, finished by another, and counted for the first device', async () => {
    const { made, file } = await filed(origin);
    await relay([made.submission]);
    const under = { [TICKET_HEADER]: ticket };
    const url = (await create(carrier, file, under)).headers.get('location') ?? '';
    const half = Math.floor(file.box.length / 2);
    expect((await patch(carrier, url, 0, file.box.slice(0, half), under)).status).toBe(204);
    const second = await onOwnPhone(server.origin);
    expect((await create(second, file, under)).headers.get('upload-offset')).toBe(String(half));
    expect((await patch(second, url, half, file.box.slice(half), under)).status).toBe(204);
    expect((await rowsOf(file.submissionId))[0]?.filesHave).toBe(1);
    // the first device hears that it is whole and sends no byte of it
    const said = await create(origin, file, {});
    expect(said.headers.get('upload-offset')).toBe(String(file.header.bytes));
    expect((await patch(origin, url, file.header.bytes, new Uint8Array(0))).status).toBe(204);
    expect((await rowsOf(file.submissionId))[0]?.filesHave).toBe(1);
  });

  it('are not found under the ticket of another device, of the same centre or of none', async () => {
    const { made, file } = await filed(origin);
    await origin.file(made.submission);
    for (const other of [await atCentre(server.origin), await onOwnPhone(server.origin)]) {
      const under = { [TICKET_HEADER]: await ticketOf(other) };
      expect((await create(carrier, file, under)).status).toBe(404);
      // also when the one who asks could see it under its own name
      expect((await create(origin, file, under)).status).toBe(404);
    }
    expect((await create(carrier, file, {})).status).toBe(401);
    expect((await create(carrier, file, { [TICKET_HEADER]: 'x.y.z' })).status).toBe(401);
    expect((await create(origin, file, { [TICKET_HEADER]: 'x.y.z' })).status).toBe(401);
  });

  it('cannot be ended by a carrier, and go nowhere when the device was revoked', async () => {
    const phone = await onOwnPhone(server.origin);
    const { made, file } = await filed(phone);
    const under = { [TICKET_HEADER]: await ticketOf(phone) };
    await phone.file(made.submission);
    const url = (await create(carrier, file, under)).headers.get('location') ?? '';
    await patch(carrier, url, 0, file.box.slice(0, 100), under);
    expect((await carrier.send('DELETE', url, { headers: { ...TUS, ...under } })).status).toBe(403);
    const { headers } = await carrier.send('HEAD', url, { headers: { ...TUS, ...under } });
    expect(headers.get('upload-offset')).toBe('100');
    await server.db
      .update(devices)
      .set({ revokedAt: new Date() })
      .where(eq(devices.id, idOf(phone)));
    expect(await create(carrier, file, under)).toMatchObject({
      status: 403,
      body: { code: 'device-revoked' },
    });
  });
});
