import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealFile } from '@/lib/browser/attached-file';
import { beginDraft } from '@/lib/browser/begin-draft';
import { importPackage, type PackageSource } from '@/lib/browser/carry-import';
import { receiptsFile, takeReceipts } from '@/lib/browser/carry-receipts';
import { sendCarried } from '@/lib/browser/carry-send';
import { refreshCatalogue } from '@/lib/browser/catalogue-refresh';
import { keepTicket } from '@/lib/browser/device-ticket';
import { answerSet, fileAttached, partSet } from '@/lib/browser/draft-mutation';
import { writeDraft } from '@/lib/browser/draft-writer';
import { exportFrom } from '@/lib/browser/export-unsent';
import { queueDraft } from '@/lib/browser/queue-draft';
import { createReceiptVerifier } from '@/lib/browser/receipt-verifier';
import { currentKeys, refreshKeys } from '@/lib/browser/server-keys';
import { createTestSync } from '@/lib/browser/testing/fake-device';
import { createWorkRoom, type WorkRoom } from '@/lib/browser/work-room';
import { verifyReceipt } from '@/lib/crypto/receipt';
import { submissionHash } from '@/lib/crypto/submission-hash';
import { seededChance } from '@/lib/forms/testing/chance';
import { generateAnswers } from '@/lib/forms/testing/generate-answers';
import { type CarryStore, createCarryStore } from '@/lib/local/carry-store';
import { createFakeProfile } from '@/lib/local/testing/fake-databases';
import { postSignIn } from '@/lib/remote/http-auth';
import { postDecision } from '@/lib/remote/http-desk';
import { postDevice } from '@/lib/remote/http-devices';
import { uploadFile } from '@/lib/remote/tus-uploader';
import { devices } from '@/lib/server/db/schema/devices';
import { submissions } from '@/lib/server/db/schema/submissions';
import { createTestServer, type TestServer } from '@/lib/server/testing/create-test-server';

const SERVICE = 'nationality-character-certificate';
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** A browser with its storage, its cookies and a line that the test pulls. */
interface Machine {
  readonly room: WorkRoom;
  readonly carry: CarryStore;
  /** Calls that still get through; infinite = the line is there. */
  readonly line: { callsLeft: number; readonly sent: { method: string; path: string; bytes: number }[] };
}

function openMachine(): Machine {
  const cookies = new Map<string, string>();
  const line: Machine['line'] = { callsLeft: Number.POSITIVE_INFINITY, sent: [] };
  const withCookies: typeof fetch = async (input, init = {}) => {
    if (line.callsLeft <= 0) throw new TypeError('fetch failed');
    line.callsLeft -= 1;
    const { pathname } = new URL(String(input));
    const bytes = (init.body as Uint8Array | undefined)?.length ?? 0;
    line.sent.push({ method: init.method ?? 'GET', path: pathname, bytes });
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  };
  const profile = createFakeProfile();
  const room = createWorkRoom({
    work: profile.openWork(),
    reference: profile.openReference(),
    line: { fetch: withCookies, origin: server.origin, now: Date.now },
  });
  return { room, carry: createCarryStore(room.gate), line };
}

async function enrolled(kind: 'centre' | 'personal'): Promise<Machine> {
  const machine = openMachine();
  const { room } = machine;
  if (kind === 'centre') await postSignIn(room.line, { username: 'shiuli', password: 'setu-demo-2026' });
  const device = await postDevice(room.line, { kind, name: 'Device' });
  if (!device.ok) throw new Error('not enrolled');
  await room.records.enrol({ kind, ...device.value }, room.now());
  await refreshCatalogue(room);
  await keepTicket(room);
  return machine;
}

let chance = 0;
const NAME = 'বেনামী ক্যানারি';

async function fileOne({ room }: Machine): Promise<string> {
  chance += 1;
  const draft = await beginDraft(room, SERVICE);
  if (!draft.ok) throw new Error(draft.problem.type);
  const { id } = draft.value;
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  const pinned = row && (await room.drafts.pinned(row.serviceId, row.serviceVersion));
  if (!row || !content || !pinned) throw new Error('no draft');
  const { definition, optionSets } = pinned;
  const today = new Date(room.now()).toISOString().slice(0, 10);
  const made = generateAnswers({ definition, optionSets, chance: seededChance(chance), today });
  const [nameField = ''] = definition.nameFields;
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const photo = await sharp({ create: { width: 260, height: 260, channels: 3, background: 'green', noise } })
    .jpeg()
    .toBuffer();
  const files = await Promise.all(
    made.attachments.map(({ slot }) =>
      sealFile(new Uint8Array(photo), {
        submissionId: id,
        attachmentId: crypto.randomUUID(),
        slot,
        mediaType: 'image/jpeg',
        name: 'photo.jpg',
      }),
    ),
  );
  const mutations = [
    ...Object.entries({ ...made.answers, [nameField]: NAME })
      .filter(([, answer]) => !(typeof answer === 'object' && answer !== null && 'attachmentIds' in answer))
      .map(([field, answer]) => answerSet(field, answer)),
    ...files.map(({ attachment, key, file }) => fileAttached(attachment, key, file)),
    partSet('consent', {
      textVersion: '1',
      lang: 'bn',
      given: 'tick',
      forWhom: 'self',
      at: new Date(room.now()).toISOString(),
    }),
  ];
  await writeDraft(room.drafts, { row, content }, { mutations, now: room.now() });
  const queued = await queueDraft(room, id);
  if (!queued.ok) throw new Error(JSON.stringify(queued.problem));
  return id;
}

async function penDrive({ room }: Machine): Promise<PackageSource> {
  const exported = await exportFrom(room);
  if (!exported.ok) throw new Error(exported.problem.type);
  const { blob } = exported.value;
  return { bytes: blob.size, read: () => blob.stream() as unknown as AsyncIterable<Uint8Array> };
}

const plug = ({ room, carry }: Machine, source: PackageSource) =>
  importPackage({ store: carry, now: room.now, room: async () => null }, source);

const verifierOf = (room: WorkRoom) =>
  createReceiptVerifier({
    tools: () => ({ verifyReceipt, submissionHash }),
    keys: () => currentKeys(room),
    freshKeys: () => refreshKeys(room),
  });

const send = ({ room, carry }: Machine) =>
  sendCarried(
    {
      store: carry,
      line: room.line,
      verifier: verifierOf(room),
      upload: uploadFile,
      ownTicket: async () => (await room.records.ticket())?.ticket ?? null,
    },
    new AbortController().signal,
  );

const rowsOf = async (ids: readonly string[]) =>
  (await server.db.select().from(submissions)).filter(({ id }) => ids.includes(id));

describe('work on a pen-drive', () => {
  it('goes from a phone nobody knows, over a line that is cut again and again, exactly once', async () => {
    const first = await enrolled('centre');
    first.line.callsLeft = 0;
    const ids = [await fileOne(first), await fileOne(first), await fileOne(first)];
    const drive = await penDrive(first);
    const phone = openMachine();
    expect(await plug(phone, drive)).toMatchObject({ ok: true, value: { known: false } });
    expect(await plug(phone, drive)).toMatchObject({ ok: true, value: { known: true } });

    // two calls a time: some runs end before, some behind, some in the middle of a file
    let runs = 0;
    for (; runs < 60; runs += 1) {
      phone.line.callsLeft = 2;
      if ((await send(phone)).wait === null) break;
    }
    expect(runs).toBeGreaterThan(2);
    phone.line.callsLeft = Number.POSITIVE_INFINITY;
    const rows = await rowsOf(ids);
    expect(rows).toHaveLength(3);
    expect(rows.every(({ filesHave, filesOf }) => filesHave === filesOf && filesOf > 0)).toBe(true);
    const device = await first.room.records.device();
    expect(new Set(rows.map(({ deviceId }) => deviceId))).toEqual(new Set([device?.deviceId]));

    const [carried] = await phone.carry.all();
    if (!carried) throw new Error('it carries a package');
    expect(carried.items.map(({ state }) => state)).toEqual(['received', 'received', 'received']);
    expect(carried.files.every(({ state }) => state === 'sent')).toBe(true);

    // off line still: the first device learns it from the receipts that somebody brings back
    const receipts = receiptsFile(carried);
    const { room } = first;
    const taken = await takeReceipts(
      { store: room.outbox, verifier: verifierOf(room), now: room.now },
      receipts,
    );
    expect(taken).toEqual({ ok: true, value: { confirmed: 3, changed: 3 } });
    expect((await room.outbox.all()).map(({ state }) => state)).toEqual(['received', 'received', 'received']);

    // its line is back: no text twice, not a byte of a file twice, and the decision arrives
    const officer = openMachine();
    await postSignIn(officer.room.line, { username: 'officer', password: 'setu-demo-2026' });
    const [someId = ''] = ids;
    const decision = { action: 'return', note: 'ছবি অস্পষ্ট' } as const;
    const version = rows.find(({ id }) => id === someId)?.version ?? 0;
    expect(await postDecision(officer.room.line, someId, { version, decision })).toMatchObject({ ok: true });
    first.line.callsLeft = Number.POSITIVE_INFINITY;
    first.line.sent.length = 0;
    expect(await (await createTestSync(room)).flush({ hurry: true })).toMatchObject({
      end: 'done',
      reason: null,
    });
    const up = first.line.sent.filter(
      ({ method, path }) => method === 'PATCH' && path.includes('attachments'),
    );
    expect(up.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(0);
    for (const id of ids)
      expect((await room.files.filesOf(id)).every(({ state }) => state === 'sent')).toBe(true);
    const states = new Map((await room.outbox.caseStates()).map((one) => [one.submissionId, one]));
    expect(states.get(someId)).toMatchObject({ status: 'returned', note: 'ছবি অস্পষ্ট' });
    expect(await rowsOf(ids)).toHaveLength(3);
    expect(await phone.room.outbox.caseStates()).toEqual([]);
  }, 120_000);

  it('may also be sent by the first device itself meanwhile: each hears that it is there', async () => {
    const first = await enrolled('personal');
    const id = await fileOne(first);
    const drive = await penDrive(first);
    await (await createTestSync(first.room)).flush();
    const other = await enrolled('centre');
    await plug(other, drive);
    expect(await send(other)).toEqual({ wait: null });
    const [carried] = await other.carry.all();
    const own = await first.room.outbox.get(id);
    expect(carried?.items[0]?.receipt).toBe(own?.state === 'received' ? own.receipt.jws : 'none');
    expect(carried?.files.every(({ state }) => state === 'sent')).toBe(true);
    expect(await rowsOf([id])).toHaveLength(1);
    expect((await penDriveCount(first)).count).toBe(0);
  });

  it('holds no answer that the carrier could read', async () => {
    const first = await enrolled('personal');
    await fileOne(first);
    const phone = openMachine();
    await plug(phone, await penDrive(first));
    const rows = JSON.stringify(await phone.carry.all());
    const { db } = phone.room.gate;
    const parts = Buffer.concat((await db.carriedParts.toArray()).map(({ data }) => Buffer.from(data)));
    const canary = Buffer.from(NAME, 'utf8');
    expect(Buffer.from(rows).includes(canary)).toBe(false);
    expect(parts.length).toBeGreaterThan(1000);
    expect(parts.includes(canary)).toBe(false);
    // nor does the picture show itself
    expect(parts.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  });

  it('is not taken for received by a receipt that is none, or is another’s', async () => {
    const first = await enrolled('personal');
    const ids = [await fileOne(first), await fileOne(first)];
    const phone = openMachine();
    await plug(phone, await penDrive(first));
    const { fetch: honest } = phone.room.line;
    const bent = (bend: (receipts: { receipt: string }[]) => void): Machine => {
      const fetch: typeof honest = async (input, init) => {
        const answer = await honest(input, init);
        if (!String(input).endsWith('/relay')) return answer;
        const body = await answer.json();
        bend(body.receipts);
        return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
      };
      return { ...phone, room: { ...phone.room, line: { ...phone.room.line, fetch } } };
    };
    const swapped = bent((receipts) => {
      const [a, b] = receipts;
      if (a && b) [a.receipt, b.receipt] = [b.receipt, a.receipt];
    });
    const invented = bent((receipts) => {
      for (const one of receipts) one.receipt = one.receipt.replace(/[^.]+$/, 'A'.repeat(86));
    });
    for (const machine of [swapped, invented]) {
      expect(await send(machine)).toEqual({ wait: 'not-our-server' });
      const [carried] = await phone.carry.all();
      expect(carried?.items.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    }
    expect(await send(phone)).toEqual({ wait: null });
    expect(await rowsOf(ids)).toHaveLength(2);
    expect((await phone.carry.all())[0]?.items.map(({ state }) => state)).toEqual(['received', 'received']);
  });

  it('that the server refuses goes back with its reason, and holds up nobody', async () => {
    const first = await enrolled('personal');
    const [good, bad] = [await fileOne(first), await fileOne(first)];
    await first.room.gate.db.outbox.toCollection().modify((item) => {
      if (item.id === bad) Object.assign(item.submission, { serviceVersion: 999 });
    });
    const phone = openMachine();
    await plug(phone, await penDrive(first));
    expect(await send(phone)).toEqual({ wait: null });
    const [carried] = await phone.carry.all();
    expect(carried?.items.find(({ id }) => id === bad)).toMatchObject({
      state: 'refused',
      problem: 'unknown-form-version',
    });
    expect(carried?.items.find(({ id }) => id === good)).toMatchObject({ state: 'received' });
    expect(await phone.carry.waiting()).toBe(0);
  });

  it('of a revoked device waits for the centre, and is kept by the server', async () => {
    const first = await enrolled('personal');
    const id = await fileOne(first);
    const phone = openMachine();
    await plug(phone, await penDrive(first));
    await server.db.update(devices).set({ revokedAt: new Date() });
    try {
      expect(await send(phone)).toEqual({ wait: null });
      const [carried] = await phone.carry.all();
      expect(carried?.head.trouble).toBe('device-revoked');
      expect(carried?.items[0]?.state).toBe('waiting');
      expect(await phone.carry.waiting()).toBe(0);
      expect(await rowsOf([id])).toEqual([]);
    } finally {
      await server.db.update(devices).set({ revokedAt: null });
    }
    const [carried] = await phone.carry.all();
    await phone.carry.setTrouble(carried?.head.id ?? '', null);
    expect(await send(phone)).toEqual({ wait: null });
    expect(await rowsOf([id])).toHaveLength(1);
  });

  it('without a ticket goes under the ticket of this device, or waits for one', async () => {
    const first = await enrolled('personal');
    const id = await fileOne(first);
    await first.room.gate.db.records.delete('ticket');
    const drive = await penDrive(first);
    const stranger = openMachine();
    await plug(stranger, drive);
    expect(await send(stranger)).toEqual({ wait: null });
    expect((await stranger.carry.all())[0]?.head.trouble).toBe('no-ticket');
    const centre = await enrolled('centre');
    await plug(centre, drive);
    await send(centre);
    expect((await rowsOf([id])).map(({ deviceId }) => deviceId)).toEqual([
      (await centre.room.records.device())?.deviceId,
    ]);
    await (await createTestSync(first.room)).flush();
    expect(await first.room.outbox.get(id)).toMatchObject({ state: 'received' });
  });
});

const penDriveCount = async ({ room }: Machine) => {
  const exported = await exportFrom(room);
  if (!exported.ok) throw new Error(exported.problem.type);
  return exported.value;
};

describe('receipts that somebody brings', () => {
  it('count only when the server signed them for exactly what lies here', async () => {
    const [first, second] = [await enrolled('personal'), await enrolled('personal')];
    const [mine, other] = [await fileOne(first), await fileOne(second)];
    const phone = openMachine();
    await plug(phone, await penDrive(first));
    await plug(phone, await penDrive(second));
    await send(phone);
    const packages = await phone.carry.all();
    const receiptOf = (id: string) =>
      packages.flatMap(({ items }) => items).find((item) => item.id === id)?.receipt ?? '';
    const { room } = first;
    const take = (text: string) =>
      takeReceipts({ store: room.outbox, verifier: verifierOf(room), now: room.now }, text);
    const file = (receipts: readonly { id: string; receipt: string }[], v = 1) =>
      JSON.stringify({ format: 'sheba-setu-receipts', v, deviceCode: 'K7M2', receipts });
    first.line.callsLeft = 0;
    const state = async () => (await room.outbox.get(mine))?.state;

    expect(await take(file([{ id: other, receipt: receiptOf(other) }]))).toMatchObject({
      problem: { type: 'not-for-this-device' },
    });
    expect(await take(file([{ id: mine, receipt: receiptOf(other) }]))).toMatchObject({
      problem: { type: 'receipts-not-verified' },
    });
    const [head = '', , signature = ''] = receiptOf(mine).split('.');
    expect(await take(file([{ id: mine, receipt: `${head}.e30.${signature}` }]))).toMatchObject({
      problem: { type: 'receipts-not-verified' },
    });
    const whole = file([{ id: mine, receipt: receiptOf(mine) }]);
    for (let length = 0; length < whole.length; length += 17)
      expect(await take(whole.slice(0, length))).toMatchObject({ problem: { type: 'not-whole' } });
    expect(await take(file([], 2))).toMatchObject({ problem: { type: 'newer' } });
    expect(await state()).toBe('queued');
    expect(await take(whole)).toEqual({ ok: true, value: { confirmed: 1, changed: 1 } });
    expect(await state()).toBe('received');
    expect(await take(whole)).toEqual({ ok: true, value: { confirmed: 1, changed: 0 } });
  });
});
