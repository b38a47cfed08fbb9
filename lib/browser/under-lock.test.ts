import { beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackPlaintext } from '../contract/packing/pack-plaintext';
import { packingPlan } from '../contract/packing/packing-plan';
import { openSubmission } from '../crypto/open-submission';
import { importSealPrivateKey } from '../crypto/seal-suite';
import { unlockVault } from '../local/pin-vault';
import { ownerOf } from '../local/record-store';
import type { PersonRecord } from '../local/rows';
import { setFirstPin } from '../local/set-pin';
import { SAMPLE_SERVICE } from '../local/testing/sample-items';
import { VaultLockedError } from '../local/vault-locked';
import { beginDraft } from './begin-draft';
import { answerSet, partSet } from './draft-mutation';
import { createDraftSession } from './draft-session';
import { createDraftTitles } from './draft-titles';
import { writeDraft } from './draft-writer';
import { mendIn } from './mend';
import { moveIn } from './move-draft';
import { prepareToQueue, queueDraft } from './queue-draft';
import { createFakeDevice, createTestSync } from './testing/fake-device';

const CENTRE = { id: 'c1', name: { bn: 'কেন্দ্র', en: 'Centre' } };
const operator = (userId: string, name: string) =>
  ({ kind: 'operator', userId, name, centre: CENTRE }) as unknown as PersonRecord;
const SHIULI = operator('shiuli', 'শিউলি বেগম');
const KARIM = operator('karim', 'আব্দুল করিম');
const PINS = new Map([
  [SHIULI, '482915'],
  [KARIM, '739164'],
]);
const CONSENT = {
  textVersion: '1',
  lang: 'bn',
  given: 'tick',
  forWhom: 'self',
  at: '2026-11-22T04:00:00.000Z',
} as const;
const FEW = 1000;

type Counter = Awaited<ReturnType<typeof createFakeDevice>>;

async function choosePin({ room }: Counter, person: PersonRecord): Promise<void> {
  await room.records.setPerson(person);
  const pin = PINS.get(person) ?? '';
  await setFirstPin(room.gate, room.keys, { owner: ownerOf(person), person, pin, kid: room.newId() }, FEW);
}

async function unlock({ room }: Counter, person: PersonRecord): Promise<void> {
  const owner = ownerOf(person);
  const opened = await unlockVault(room.gate, { owner, pin: PINS.get(person) ?? '' }, room.now());
  if (!opened.ok) throw new Error(opened.problem.type);
  room.keys.forget();
  room.keys.hold(owner, opened.value);
  await room.records.setPerson(person);
}

/** A draft that could be handed in. */
async function written({ room }: Counter): Promise<string> {
  const draft = await beginDraft(room, SAMPLE_SERVICE.id);
  const id = draft.ok ? draft.value.id : '';
  const row = await room.drafts.row(id);
  const content = row && (await room.drafts.open(row));
  if (!row || !content) throw new Error('no draft');
  const mutations = [answerSet('name', 'রহিমা খাতুন'), partSet('consent', CONSENT)];
  await writeDraft(room.drafts, { row, content }, { mutations, now: room.now() });
  return id;
}

let counter: Counter;
beforeEach(async () => {
  counter = await createFakeDevice();
  await choosePin(counter, KARIM);
  await choosePin(counter, SHIULI);
});

describe('a locked counter', () => {
  test('mode 55: sends what waits, and takes the receipts', async () => {
    const { room, server } = counter;
    const queued = await queueDraft(room, await written(counter));
    expect(queued.ok).toBe(true);
    room.keys.forget();
    const sync = await createTestSync(room);
    await sync.flush({ hurry: true });
    expect((await room.outbox.all()).map(({ state }) => state)).toEqual(['received']);
    expect(server.known.size).toBe(1);
    expect(await room.keys.stateOf(ownerOf(SHIULI))).toBe('locked');
  });

  test('has no name for its board, and has it again once it is open', async () => {
    const { room } = counter;
    const id = await written(counter);
    const titles = createDraftTitles(room);
    room.keys.forget();
    const rows = await room.drafts.rowsOf(ownerOf(SHIULI));
    expect((await titles.titles(rows)).get(id)).toBeNull();
    await unlock(counter, SHIULI);
    expect((await titles.titles(rows)).get(id)).toContain('র');
  });

  test('opens no draft, and whoever asks for one is not given a defect', async () => {
    const { room } = counter;
    const id = await written(counter);
    const kept = await written(counter);
    expect((await queueDraft(room, kept)).ok).toBe(true);
    const row = await room.drafts.row(id);
    const content = row && (await room.drafts.open(row));
    if (!row || !content) throw new Error('no draft');
    room.keys.forget();

    const down = { ok: false, problem: { type: 'store-down' } };
    expect(await beginDraft(room, SAMPLE_SERVICE.id)).toEqual(down);
    expect(await mendIn(room, kept)).toEqual(down);
    expect(await moveIn(room, id)).toEqual(down);
    expect(await queueDraft(room, id)).toEqual(down);
    const change = { mutations: [answerSet('name', 'অন্য')], now: room.now() };
    expect(await writeDraft(room.drafts, { row, content }, change)).toEqual(down);
    await expect(prepareToQueue(room, id)).rejects.toThrow(VaultLockedError);

    const asked = vi.spyOn(room.keys, 'keyOf');
    const session = createDraftSession(id, async () => room);
    await expect.poll(() => asked.mock.results[0]?.type).toBe('return');
    await expect(asked.mock.results[0]?.value).rejects.toThrow(VaultLockedError);
    expect(session.get()).toMatchObject({ status: 'loading', answers: {} });
    await session.close();
    expect((await room.drafts.row(id))?.updatedAt).toBe(row.updatedAt);
  });
});

describe('two operators on one counter', () => {
  test('each opens only what is their own', async () => {
    const { room } = counter;
    const id = await written(counter);
    room.keys.forget();
    await unlock(counter, KARIM);
    expect(await room.drafts.rowsOf(ownerOf(KARIM))).toEqual([]);
    const row = await room.drafts.row(id);
    if (!row) throw new Error('no draft');
    await expect(room.drafts.open(row)).rejects.toThrow();
  });

  test('mode 13: an application that another one sends has the author who made it', async () => {
    const { room, server } = counter;
    const id = await written(counter);
    expect((await queueDraft(room, id)).ok).toBe(true);
    room.keys.forget();
    await unlock(counter, KARIM);
    const sync = await createTestSync(room);
    await sync.flush({ hurry: true });
    const item = await room.outbox.get(id);
    expect(item?.state).toBe('received');
    if (!item) throw new Error('not queued');
    const opened = await openSubmission({
      submission: item.submission,
      privateKey: await importSealPrivateKey(server.sealPrivateKey),
      dictionaries: [],
      unpack: (header, packed) => unpackPlaintext([packingPlan(SAMPLE_SERVICE, {})], header, packed),
    });
    expect(opened).toMatchObject({
      value: { author: { kind: 'operator', userId: 'shiuli', name: 'শিউলি বেগম' } },
    });
  });

  test('a draft is not handed in under the name of another', async () => {
    const { room } = counter;
    const id = await written(counter);
    // The vault of the one is still open while the other begins: a press that came late.
    await room.records.setPerson(KARIM);
    expect(await queueDraft(room, id)).toEqual({ ok: false, problem: { type: 'store-down' } });
    expect(await room.outbox.all()).toEqual([]);
  });
});
