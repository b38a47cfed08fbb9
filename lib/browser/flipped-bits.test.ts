import { describe, expect, test } from 'vitest';
import type { OutboxItem } from '../outbox/item';
import { sealFile } from './attached-file';
import { beginDraft } from './begin-draft';
import { answerSet, fileAttached, partSet } from './draft-mutation';
import { writeDraft } from './draft-writer';
import { mendIn } from './mend';
import { queueDraft } from './queue-draft';
import { createFakeDevice, createTestSync } from './testing/fake-device';
import type { WorkRoom } from './work-room';

const CONSENT = {
  textVersion: '1',
  lang: 'bn',
  given: 'tick',
  forWhom: 'child',
  at: '2026-11-22T04:00:00.000Z',
} as const;

/** A queued application of an invented person with one photograph of a megabyte. */
async function queued(room: WorkRoom): Promise<{ readonly id: string; readonly attachmentId: string }> {
  const begun = await beginDraft(room, 'birth-registration');
  const id = begun.ok ? begun.value.id : '';
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  if (!row || !content) throw new Error('no draft');
  const attachmentId = room.newId();
  const about = { submissionId: id, attachmentId, slot: 'field:photo', mediaType: 'image/jpeg' as const };
  const { attachment, key, file } = await sealFile(new Uint8Array(1_000_000).fill(7), {
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

  test('in a file is found before a byte of it goes; its text and the other file have arrived', async () => {
    const { server, room } = await createFakeDevice();
    const broken = await queued(room);
    const whole = await queued(room);
    await room.gate.write([room.gate.db.fileParts], async (db) => {
      const part = await db.fileParts.get([broken.attachmentId, 2]);
      if (!part) throw new Error('three parts were asked for');
      const data = new Uint8Array(part.data.slice(0));
      data[1234] = (data[1234] ?? 0) ^ 4;
      await db.fileParts.put({ ...part, data: data.buffer });
    });
    await (await createTestSync(room)).flush();
    expect([...server.known.keys()].sort()).toEqual([broken.id, whole.id].sort());
    expect(server.uploads.size).toBe(1);
    expect((await room.files.filesOf(broken.id))[0]).toMatchObject({ state: 'refused', problem: 'damaged' });
    expect((await room.files.filesOf(whole.id))[0]).toMatchObject({ state: 'sent' });
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
