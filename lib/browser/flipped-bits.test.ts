import { describe, expect, test } from 'vitest';
import { askAgain } from '../outbox/ask-again';
import type { OutboxItem } from '../outbox/item';
import { transition } from '../outbox/transition';
import { sealFile } from './attached-file';
import { beginDraft } from './begin-draft';
import { answerSet, fileAttached, partSet } from './draft-mutation';
import { writeDraft } from './draft-writer';
import { mendIn } from './mend';
import { queueDraft } from './queue-draft';
import { createFakeDevice, createTestSync } from './testing/fake-device';
import type { FakeServer } from './testing/fake-server';
import type { WorkRoom } from './work-room';

interface World {
  readonly room: WorkRoom;
  readonly server: FakeServer;
  readonly sync: Awaited<ReturnType<typeof createTestSync>>;
  readonly id: string;
}

const CONSENT = {
  textVersion: '1',
  lang: 'bn',
  given: 'tick',
  forWhom: 'child',
  at: '2026-11-22T04:00:00.000Z',
} as const;

/** A queued application of an invented person with one photograph, of a megabyte if not told otherwise. */
async function queued(
  room: WorkRoom,
  photoBytes = 1_000_000,
): Promise<{ readonly id: string; readonly attachmentId: string }> {
  const begun = await beginDraft(room, 'birth-registration');
  const id = begun.ok ? begun.value.id : '';
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  if (!row || !content) throw new Error('no draft');
  const attachmentId = room.newId();
  const about = { submissionId: id, attachmentId, slot: 'field:photo', mediaType: 'image/jpeg' as const };
  const { attachment, key, file } = await sealFile(new Uint8Array(photoBytes).fill(7), {
    ...about,
    name: 'a.jpg',
  });
  const mutations = [
    answerSet('name', 'রহিমা খাতুন'),
    fileAttached(attachment, key, file),
    partSet('consent', CONSENT),
  ];
  await writeDraft(room.drafts, { row, content }, { mutations, now: room.now() });
  expect((await queueDraft(room, id)).ok).toBe(true);
  return { id, attachmentId };
}

/** One bit of one stored part of a file another. */
async function flipInFile(room: WorkRoom, attachmentId: string, index: number): Promise<void> {
  await room.gate.write([room.gate.db.fileParts], async (db) => {
    const part = await db.fileParts.get([attachmentId, index]);
    if (!part) throw new Error('the file has fewer parts');
    const data = new Uint8Array(part.data.slice(0));
    data[1234] = (data[1234] ?? 0) ^ 4;
    await db.fileParts.put({ ...part, data: data.buffer });
  });
}

type Bend = (item: OutboxItem) => OutboxItem;
const BENT: readonly (readonly [string, Bend])[] = [
  ['ciphertext', (item) => bent(item, { ct: flipped(item.submission.sealed.ct) })],
  ['encapsulated key', (item) => bent(item, { enc: flipped(item.submission.sealed.enc) })],
  ['service in the header', (item) => ({ ...item, submission: { ...item.submission, serviceVersion: 2 } })],
];

const bent = (item: OutboxItem, patch: object): OutboxItem => ({
  ...item,
  submission: { ...item.submission, sealed: { ...item.submission.sealed, ...patch } },
});
/** One character of the base64url another: a few bits of what it stands for. */
const flipped = (text: string): string =>
  `${text.slice(0, 9)}${text[9] === 'A' ? 'B' : 'A'}${text.slice(10)}`;

describe('mode 11: a bit that flipped on the disk', () => {
  test.each(BENT)(
    'in the %s is found before anything is sent, and only that item is set aside',
    async (_, bend) => {
      const { server, room } = await createFakeDevice();
      const broken = await queued(room);
      const whole = await queued(room);
      await room.gate.write([room.gate.db.outbox], async (db) => {
        const item = await db.outbox.get(broken.id);
        if (item) await db.outbox.put(bend(item));
      });
      await (await createTestSync(room)).flush();
      expect([...server.known.keys()]).toEqual([whole.id]);
      expect(await room.outbox.get(broken.id)).toMatchObject({
        state: 'needs-attention',
        problem: { code: 'damaged' },
      });
      expect(await room.outbox.get(whole.id)).toMatchObject({ state: 'received' });
    },
  );

  test('is mended from the readable copy: the second stands alone, with a code of its own, and arrives', async () => {
    const { server, room } = await createFakeDevice();
    const { id } = await queued(room);
    await room.gate.write([room.gate.db.outbox], async (db) => {
      const item = await db.outbox.get(id);
      if (item) await db.outbox.put(bent(item, { ct: flipped(item.submission.sealed.ct) }));
    });
    const sync = await createTestSync(room);
    await sync.flush();
    const mended = await mendIn(room, id);
    const newId = mended.ok ? mended.value.id : '';
    const row = await room.drafts.row(newId);
    expect(row).toMatchObject({ mends: id });
    expect(row).not.toHaveProperty('supersedes');
    const content = row && (await room.drafts.open(row));
    if (!row || !content) throw new Error('no draft');
    const mutations = [partSet('consent', CONSENT)];
    await writeDraft(room.drafts, { row, content }, { mutations, now: room.now() });
    expect((await queueDraft(room, newId)).ok).toBe(true);
    await sync.flush();
    expect([...server.known.keys()]).toEqual([newId]);
  });

  const SENT_BEFORE: readonly (readonly [string, (world: World) => Promise<void>])[] = [
    [
      'its answer was lost and a person pressed "send again"',
      async ({ room, sync, server, id }) => {
        server.state.losesAnswers = true;
        await sync.flush();
        server.state.losesAnswers = false;
        await askAgain({ store: room.outbox, clock: room.now }, id);
      },
    ],
    [
      'it was received, and the server was restored from a backup that holds it',
      async ({ room, sync, id }) => {
        await sync.flush();
        expect(await room.outbox.get(id)).toMatchObject({ state: 'received' });
        await room.outbox.update([id], (item) =>
          transition(item, { type: 'epoch-changed', epoch: 'another' }, room.now()),
        );
      },
    ],
  ];
  test.each(SENT_BEFORE)(
    'in what was sent before: %s; the second supersedes the first',
    async (_, before) => {
      const { server, room } = await createFakeDevice();
      const { id } = await queued(room);
      const sync = await createTestSync(room);
      await before({ server, room, sync, id });
      expect(server.known.has(id)).toBe(true);
      await room.gate.write([room.gate.db.outbox], async (db) => {
        const item = await db.outbox.get(id);
        if (item) await db.outbox.put(bent(item, { ct: flipped(item.submission.sealed.ct) }));
      });
      expect(await room.outbox.get(id)).toMatchObject({ state: 'queued', attempts: 0 });
      await sync.flush();
      expect(await room.outbox.get(id)).toMatchObject({ problem: { code: 'damaged' } });
      const mended = await mendIn(room, id);
      const row = await room.drafts.row(mended.ok ? mended.value.id : '');
      expect(row).toMatchObject({ supersedes: id });
      expect(row).not.toHaveProperty('mends');
    },
  );

  test('in a file is found before a byte of it goes; its text and the other file have arrived', async () => {
    const { server, room } = await createFakeDevice();
    const broken = await queued(room);
    const whole = await queued(room);
    await flipInFile(room, broken.attachmentId, 2);
    await (await createTestSync(room)).flush();
    expect([...server.known.keys()].sort()).toEqual([broken.id, whole.id].sort());
    expect([...server.uploads.values()].map(({ data }) => data.length).sort()).toEqual([
      0,
      expect.any(Number),
    ]);
    expect((await room.files.filesOf(broken.id))[0]).toMatchObject({ state: 'refused', problem: 'damaged' });
    expect((await room.files.filesOf(whole.id))[0]).toMatchObject({ state: 'sent' });
  });

  test('in a file that the server had taken, its answer lost, is no reason to ask the citizen for it again', async () => {
    const { server, room } = await createFakeDevice();
    const { id, attachmentId } = await queued(room, 9_000);
    server.state.losesUploads = true;
    await (await createTestSync(room)).flush();
    expect([...server.uploads.values()].map(({ length, data }) => data.length === length)).toEqual([true]);
    await flipInFile(room, attachmentId, 0);
    await (await createTestSync(room)).flush();
    expect((await room.files.filesOf(id))[0]).toMatchObject({ state: 'ready' });
    server.state.losesUploads = false;
    await (await createTestSync(room)).flush({ hurry: true });
    expect((await room.files.filesOf(id))[0]).toMatchObject({ state: 'sent' });
    expect(server.uploads.size).toBe(1);
  });

  test('is looked for in no row of an older build, which did not write down what it queued', async () => {
    const { server, room } = await createFakeDevice();
    const { id } = await queued(room);
    await room.gate.write([room.gate.db.outbox], async (db) => {
      const item = await db.outbox.get(id);
      if (!item) throw new Error('it was queued');
      const { sha256, ...old } = item;
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      await db.outbox.put(old as OutboxItem);
    });
    await (await createTestSync(room)).flush();
    expect(server.known.size).toBe(1);
  });
});
