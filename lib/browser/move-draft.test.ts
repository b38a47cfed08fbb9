import { describe, expect, test } from 'vitest';
import type { Field, ServiceDefinition } from '../forms/definition';
import { SAMPLE_SERVICE } from '../local/testing/sample-items';
import { openStoredFile, sealFile } from './attached-file';
import { beginDraft } from './begin-draft';
import { boardItems } from './board-view';
import { answerSet, fileAttached, partSet } from './draft-mutation';
import { writeDraft } from './draft-writer';
import { moveIn } from './move-draft';
import { queueDraft } from './queue-draft';
import { createFakeDevice } from './testing/fake-device';
import type { WorkRoom } from './work-room';

const CONSENT = {
  textVersion: '1',
  lang: 'bn',
  given: 'tick',
  forWhom: 'self',
  at: '2026-11-22T04:00:00.000Z',
} as const;
const PHOTO = new Uint8Array(1000).fill(7);
const words = (bn: string) => ({ bn, en: bn });
const ask = (id: string, over: Partial<Field> = {}): Field => ({
  id,
  type: 'text',
  section: 'child',
  label: words(id),
  required: false,
  ...over,
});
const sex = (...values: string[]) =>
  ask('sex', { type: 'radio', options: values.map((value) => ({ value, label: words(`লিঙ্গ ${value}`) })) });

const older: ServiceDefinition = {
  ...SAMPLE_SERVICE,
  fields: [...SAMPLE_SERVICE.fields, ask('nickname'), sex('m', 'f')],
};
const newer: ServiceDefinition = {
  ...SAMPLE_SERVICE,
  version: 2,
  fields: [...SAMPLE_SERVICE.fields, sex('f', 'x'), ask('village', { required: true })],
};
const offer = (room: WorkRoom, version: number, definition: ServiceDefinition) =>
  room.reference.putForms([{ id: definition.id, tag: `${version}-offered`, definition }], null);

/** A device with a filled draft of the older form, and the newer form in its catalogue. */
async function withOldDraft() {
  const { room } = await createFakeDevice();
  await offer(room, 2, older);
  const draft = await beginDraft(room, SAMPLE_SERVICE.id);
  const id = draft.ok ? draft.value.id : '';
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  if (!row || !content) throw new Error('no draft');
  const about = {
    submissionId: id,
    attachmentId: room.newId(),
    slot: 'field:photo',
    mediaType: 'image/jpeg',
    name: 'a',
  } as const;
  const sealed = await sealFile(PHOTO, about);
  const mutations = [
    answerSet('name', 'রহিমা খাতুন'),
    answerSet('nickname', 'মিনু'),
    answerSet('sex', 'm'),
    fileAttached(sealed.attachment, sealed.key, sealed.file),
    partSet('consent', CONSENT),
  ];
  await writeDraft(room.drafts, { row, content }, { mutations, now: Date.now() });
  await offer(room, 3, newer);
  return { room, id };
}

async function opened(room: WorkRoom, id: string) {
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  if (!row || !content) throw new Error('no draft');
  return { row, content };
}

async function moved() {
  const { room, id } = await withOldDraft();
  const made = await moveIn(room, id);
  if (!made.ok) throw new Error(made.problem.type);
  return { room, id, copyId: made.value.id, copy: await opened(room, made.value.id) };
}

describe('mode 47: a draft of an older version of its form', () => {
  test('opens in the newer one as a copy, with its answers and files, and what has no place is kept', async () => {
    const { room, copyId, copy } = await moved();

    expect(copy.row).toMatchObject({ serviceVersion: 2, state: 'open' });
    expect(copy.content.answers).toMatchObject({ name: 'রহিমা খাতুন' });
    expect(copy.content.moved).toMatchObject({
      fromVersion: 1,
      needAttention: ['village'],
      setAside: [
        { pointer: '/nickname', reason: 'gone', value: 'মিনু' },
        {
          pointer: '/sex',
          reason: 'option-gone',
          value: 'm',
          field: { options: [{ value: 'm', label: { bn: 'লিঙ্গ m' } }] },
        },
      ],
    });
    const [file] = copy.content.attachments;
    if (!file) throw new Error('no file');
    expect(await openStoredFile(room, copyId, file, copy.content.fileKeys[file.id])).toEqual(PHOTO);
  });

  test('asks for consent again: it was given to other words', async () => {
    const { copy } = await moved();
    expect(copy.content.consent).toBeUndefined();
  });

  test('stays as it was, out of sight, and comes back when the copy is thrown away', async () => {
    const { room, id, copyId } = await moved();
    const board = async () => {
      const drafts = await room.drafts.rowsOf('citizen');
      const nothing = {
        items: [],
        cases: new Map(),
        refusedFiles: new Map(),
        filePercents: new Map(),
        titles: new Map(),
        viewer: { owner: 'citizen', window: 'w' },
      };
      return boardItems({ drafts, ...nothing }).map((item) => item.id);
    };

    expect((await opened(room, id)).content).toMatchObject({
      answers: { nickname: 'মিনু', sex: 'm' },
      consent: CONSENT,
    });
    expect(await board()).toEqual([copyId]);
    await room.drafts.remove(copyId);
    expect(await board()).toEqual([id]);
  });

  test('moved twice is the same copy, with what was written in it since', async () => {
    const { room, id, copyId, copy } = await moved();
    await writeDraft(room.drafts, copy, { mutations: [answerSet('village', 'মধ্যপাড়া')], now: Date.now() });

    expect(await moveIn(room, id)).toEqual({ ok: true, value: { id: copyId } });
    expect((await opened(room, copyId)).content.answers).toMatchObject({ village: 'মধ্যপাড়া' });
  });

  test('can be queued after that, with the answers of the new form only', async () => {
    const { room, copyId, copy } = await moved();
    const mutations = [answerSet('village', 'মধ্যপাড়া'), partSet('consent', CONSENT)];
    await writeDraft(room.drafts, copy, { mutations, now: Date.now() });

    expect(await queueDraft(room, copyId)).toMatchObject({ ok: true });
    expect((await room.outbox.get(copyId))?.submission).toMatchObject({
      serviceVersion: 2,
      attachments: [{ slot: 'field:photo' }],
    });
  });

  test('can be queued as it is: the server takes every version that was published', async () => {
    const { room, id } = await withOldDraft();

    expect(await queueDraft(room, id)).toMatchObject({ ok: true });
    expect((await room.outbox.get(id))?.submission.serviceVersion).toBe(1);
  });

  test('is not moved when there is nothing newer, when it is somebody else’s, or when a file is damaged', async () => {
    const { room, copyId } = await moved();
    expect(await moveIn(room, copyId)).toEqual({ ok: false, problem: { type: 'newest' } });

    const other = await withOldDraft();
    await other.room.gate.write([other.room.gate.db.fileParts], (db) => db.fileParts.clear());
    expect(await moveIn(other.room, other.id)).toEqual({ ok: false, problem: { type: 'damaged' } });
    expect(await moveIn(other.room, other.room.newId())).toEqual({ ok: false, problem: { type: 'missing' } });
  });
});
