import { describe, expect, test, vi } from 'vitest';
import { unpackPlaintext } from '../contract/packing/pack-plaintext';
import { packingPlan } from '../contract/packing/packing-plan';
import { parseTrackingCode } from '../contract/tracking-code';
import { openSubmission } from '../crypto/open-submission';
import { importSealPrivateKey } from '../crypto/seal-suite';
import { SAMPLE_SERVICE, sampleId } from '../local/testing/sample-items';
import type { OutboxItem } from '../outbox/item';
import { steer } from '../outbox/steer';
import { sealFile } from './attached-file';
import { beginDraft } from './begin-draft';
import { boardItems } from './board-view';
import { answerSet, fileAttached, partSet } from './draft-mutation';
import { writeDraft } from './draft-writer';
import { heldSealSessions } from './held-seal-sessions';
import { mendIn } from './mend';
import { prepareToQueue, queueDraft } from './queue-draft';
import { readSlip } from './slip-view';
import { createFakeDevice, createTestSync } from './testing/fake-device';
import type { WorkRoom } from './work-room';

const CONSENT = {
  textVersion: '1',
  lang: 'bn',
  given: 'tick',
  forWhom: 'child',
  at: '2026-11-22T04:00:00.000Z',
} as const;
const PHOTO = new Uint8Array(1000).fill(7);

async function filled(room: WorkRoom, { withPhoto = false, consent = true } = {}): Promise<string> {
  const draft = await beginDraft(room, SAMPLE_SERVICE.id);
  const id = draft.ok ? draft.value.id : '';
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  if (!row || !content) throw new Error('no draft');
  const about = {
    submissionId: id,
    attachmentId: crypto.randomUUID(),
    slot: 'field:photo',
    mediaType: 'image/jpeg',
    name: 'a',
  } as const;
  const sealed = await sealFile(PHOTO, about);
  const mutations = [
    answerSet('name', 'রহিমা খাতুন'),
    answerSet('left-over', 'from nowhere'),
    ...(withPhoto ? [fileAttached(sealed.attachment, sealed.key, sealed.file)] : []),
    ...(consent ? [partSet('consent', CONSENT)] : []),
  ];
  await writeDraft(room.drafts, { row, content }, { mutations, now: Date.now() });
  return id;
}

describe('queueing a draft', () => {
  test('only the server can read what was queued, and it reads what was answered', async () => {
    const { room, server } = await createFakeDevice();
    const id = await filled(room, { withPhoto: true });
    const slip = await queueDraft(room, id);
    if (!slip.ok) throw new Error(slip.problem.type);
    expect(parseTrackingCode(slip.value.trackingCode)).toMatchObject({
      value: { device: 'K7M2', counter: '0001' },
    });
    const item = await room.outbox.get(id);
    if (item === undefined) throw new Error('not queued');
    expect(JSON.stringify(item)).not.toContain('রহিমা');
    expect(item.submission.sealed.z).toBe('positional-1');
    const opened = await openSubmission({
      submission: item.submission,
      privateKey: await importSealPrivateKey(server.sealPrivateKey),
      dictionaries: [],
      unpack: (header, packed) => unpackPlaintext([packingPlan(SAMPLE_SERVICE, {})], header, packed),
    });
    const attachmentId = item.submission.attachments[0]?.id ?? '';
    expect(opened).toMatchObject({
      value: {
        v: 1,
        lang: 'bn',
        check: slip.value.check,
        answers: { name: 'রহিমা খাতুন', photo: { attachmentIds: [attachmentId] } },
        consent: CONSENT,
        fee: { governmentBdt: 50, taken: false },
        author: { kind: 'citizen' },
        fileKeys: { [attachmentId]: expect.any(String) },
      },
    });
    expect(JSON.stringify(opened)).not.toContain('left-over');
    expect(await room.drafts.row(id)).toMatchObject({ state: 'kept' });
    expect(await room.files.filesOf(id)).toMatchObject([{ state: 'ready' }]);
  });

  test('made ready before, it queues what was written after that', async () => {
    const { room } = await createFakeDevice();
    const id = await filled(room, { consent: false });
    await prepareToQueue(room, id);
    expect(heldSealSessions.has(room)).toBe(true);
    const row = await room.drafts.row(id);
    const content = row && (await room.drafts.open(row));
    if (!row || !content) throw new Error('no draft');
    const mutations = [answerSet('name', 'করিম মিয়া'), partSet('consent', CONSENT)];
    await writeDraft(room.drafts, { row, content }, { mutations, now: Date.now() });
    expect(await queueDraft(room, id)).toMatchObject({ ok: true });
    expect((await room.outbox.get(id))?.submission.sealed.n).toBe(0);
    const kept = await room.drafts.row(id);
    expect(kept && (await room.drafts.open(kept))?.answers.name).toBe('করিম মিয়া');
    await prepareToQueue(room, id);
    await prepareToQueue(room, 'nothing');
    expect(await room.outbox.all()).toHaveLength(1);
  });

  test('a session is not begun for a person who left while it was made ready', async () => {
    const { room } = await createFakeDevice();
    const id = await filled(room, { consent: false });
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const keys = { ...room.keys, keyOf: (owner: string) => held.then(() => room.keys.keyOf(owner)) };
    const slow: WorkRoom = { ...room, keys };
    const going = prepareToQueue(slow, id);
    await room.records.setPerson({ kind: 'staff', userId: 'u9', name: 'A', role: 'officer', agencies: [] });
    heldSealSessions.delete(slow);
    letGo();
    await going;
    expect(heldSealSessions.has(slow)).toBe(false);
  });

  test('says what is missing and changes nothing', async () => {
    const { room } = await createFakeDevice();
    const draft = await beginDraft(room, SAMPLE_SERVICE.id);
    const empty = draft.ok ? draft.value.id : '';
    expect(await queueDraft(room, empty)).toMatchObject({
      problem: { type: 'invalid', errors: [{ pointer: '/name', code: 'required' }] },
    });
    expect(await queueDraft(room, await filled(room, { consent: false }))).toMatchObject({
      problem: { type: 'consent-missing' },
    });
    expect(await room.outbox.all()).toEqual([]);
    expect((await room.records.nextCount())?.next).toBe(1);
  });

  test('needs a device code, and a key of the server at least once', async () => {
    const { room, server } = await createFakeDevice();
    const id = await filled(room);
    await room.gate.write([room.gate.db.records], (db) => db.records.delete('counter'));
    expect(await queueDraft(room, id)).toMatchObject({ problem: { type: 'not-enrolled' } });
    await room.records.enrol({ kind: 'centre', deviceId: sampleId(1), deviceCode: 'K7M2' }, 1);
    await room.referenceGate.write([room.referenceGate.db.records], (db) => db.records.delete('server-keys'));
    server.state.isDown = true;
    expect(await queueDraft(room, id)).toMatchObject({ problem: { type: 'no-server-key' } });
    server.state.isDown = false;
    expect(await queueDraft(room, id)).toMatchObject({ ok: true });
  });

  test('pressed twice, and in two tabs, it gives one application and one code', async () => {
    const { room, openTab } = await createFakeDevice();
    const id = await filled(room);
    const answers = await Promise.all([
      queueDraft(room, id),
      queueDraft(openTab(), id),
      queueDraft(room, id),
    ]);
    expect(new Set(answers.map((one) => one.ok && one.value.trackingCode)).size).toBe(1);
    expect(await room.outbox.all()).toHaveLength(1);
    expect((await room.records.nextCount())?.next).toBe(2);
  });

  test('four drafts queued at once by two tabs get four codes', async () => {
    const { room, openTab } = await createFakeDevice();
    const other = openTab();
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(await filled(room));
    const slips = await Promise.all(ids.map((id, n) => queueDraft(n % 2 === 0 ? room : other, id)));
    expect(new Set(slips.map((slip) => slip.ok && slip.value.trackingCode)).size).toBe(4);
    expect(await room.outbox.all()).toHaveLength(4);
  });

  test('the slip is provisional until the receipt was verified', async () => {
    const { room } = await createFakeDevice();
    const id = await filled(room);
    const queued = await queueDraft(room, id);
    const slip = queued.ok ? queued.value : null;
    expect(await readSlip(room, id)).toMatchObject({ ...slip, name: 'রহিমা খাতুন', receivedAt: null });
    await (await createTestSync(room)).flush();
    expect(await readSlip(room, id)).toMatchObject({
      receivedAt: '2026-11-22T04:42:00.000Z',
      standing: null,
    });
  });

  test('the slip of what is held, refused or taken back promises nothing', async () => {
    const { room } = await createFakeDevice();
    const id = await filled(room);
    await queueDraft(room, id);
    const standing = async () => (await readSlip(room, id)).standing;
    expect(await standing()).toEqual({ kind: 'waiting' });
    await steer({ store: room.outbox, clock: room.now }, id, { type: 'hold-asked' });
    expect(await standing()).toEqual({ kind: 'stopped', mayHaveArrived: false });
    const problem = { code: 'validation-failed' } as const;
    await room.outbox.update(
      [id],
      ({ held: _, ...item }: OutboxItem & { held?: true }) =>
        ({ ...item, state: 'needs-attention', problem }) as OutboxItem,
    );
    expect(await standing()).toEqual({ kind: 'stopped', mayHaveArrived: false });
    await steer({ store: room.outbox, clock: () => 5000 }, id, { type: 'withdrawn', by: 'citizen' });
    expect(await standing()).toEqual({ kind: 'withdrawn', at: 5000, mayHaveArrived: false });
  });

  test.each([
    ['its receipt was not right', { code: 'receipt-not-verified' }, true, true],
    ['it was found spoilt after it had been sent', { code: 'damaged' }, true, true],
    ['it was found spoilt before it went', { code: 'damaged' }, false, false],
    ['the server refused it', { code: 'conflict' }, true, false],
  ] as const)(
    'slip and board say of what is stopped whether it may have arrived: %s',
    async (_, problem, wasSent, maybe) => {
      const { room } = await createFakeDevice();
      const id = await filled(room);
      await queueDraft(room, id);
      await room.outbox.update(
        [id],
        (item) => ({ ...item, attempts: 1, wasSent, state: 'needs-attention', problem }) as OutboxItem,
      );
      expect((await readSlip(room, id)).standing).toEqual({ kind: 'stopped', mayHaveArrived: maybe });
      const [row] = boardItems({
        drafts: [],
        items: await room.outbox.all(),
        cases: new Map(),
        refusedFiles: new Map(),
        filePercents: new Map(),
        titles: new Map(),
        viewer: { owner: 'citizen', window: 'w' },
      });
      expect(row?.facts?.mayHaveArrived).toBe(maybe);
    },
  );
});

describe('mending', () => {
  test('copies answers and files into a new draft that takes the place of the old, once', async () => {
    const { room, server } = await createFakeDevice();
    const id = await filled(room, { withPhoto: true });
    await queueDraft(room, id);
    const mended = await mendIn(room, id);
    const newId = mended.ok ? mended.value.id : '';
    const row = await room.drafts.row(newId);
    const content = row && (await room.drafts.open(row));
    expect(row).toMatchObject({ state: 'open', supersedes: id });
    expect(content).toMatchObject({ answers: { name: 'রহিমা খাতুন' } });
    expect(content?.consent).toBeUndefined();
    expect(content?.trackingCode).toBeUndefined();
    expect(await mendIn(room, id)).toEqual(mended);
    expect(row && content).not.toBeNull();
    if (!row || !content) return;
    await writeDraft(
      room.drafts,
      { row, content },
      { mutations: [partSet('consent', CONSENT)], now: Date.now() },
    );
    expect(await queueDraft(room, newId)).toMatchObject({ ok: true });
    const runtime = await createTestSync(room);
    await runtime.flush();
    await vi.waitFor(() => expect(server.known.get(newId)?.submission.supersedes).toBe(id));
    expect(new Set([...server.uploads.values()].map(({ data }) => data.length))).toEqual(
      new Set([PHOTO.length + 28]),
    );
  });

  test('a form the server no longer takes is mended on the newest one, with the answers that fit', async () => {
    const { room } = await createFakeDevice();
    const id = await filled(room);
    await queueDraft(room, id);
    const [name, photo] = SAMPLE_SERVICE.fields;
    if (!name || !photo) throw new Error('the sample changed');
    const newer = {
      ...SAMPLE_SERVICE,
      version: 2,
      fields: [name, { ...photo, id: 'mother', type: 'text' as const, required: true }],
    };
    await room.reference.putForms([{ id: newer.id, tag: '2-new', definition: newer }], null);
    await room.outbox.update([id], ({ v, submission, queuedAt, attempts }) => {
      const problem = { code: 'unknown-form-version' } as const;
      return { v, id, submission, queuedAt, attempts, state: 'needs-attention', problem };
    });
    const mended = await mendIn(room, id);
    const row = await room.drafts.row(mended.ok ? mended.value.id : '');
    expect(row).toMatchObject({ state: 'open', supersedes: id, serviceVersion: 2 });
    expect(row && (await room.drafts.open(row))?.answers).toEqual({ name: 'রহিমা খাতুন' });
    expect((await room.drafts.row(id))?.serviceVersion).toBe(1);
  });

  test('an application refused for another reason stays on the form it was made on', async () => {
    const { room } = await createFakeDevice();
    const id = await filled(room);
    await queueDraft(room, id);
    const definition = { ...SAMPLE_SERVICE, version: 2 };
    await room.reference.putForms([{ id: definition.id, tag: '2-new', definition }], null);
    const mended = await mendIn(room, id);
    expect(await room.drafts.row(mended.ok ? mended.value.id : '')).toMatchObject({ serviceVersion: 1 });
  });

  test('an application whose readable copy is not here cannot be mended', async () => {
    const { room } = await createFakeDevice();
    expect(await mendIn(room, sampleId(5))).toEqual({ ok: false, problem: { type: 'missing' } });
  });
});
