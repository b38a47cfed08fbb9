import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { CarriedItemRow, CarriedPackageRow } from './carry-rows';
import { createCarryStore } from './carry-store';
import { createFakeProfile } from './testing/fake-databases';
import { sampleId, sampleItem, sampleSubmission } from './testing/sample-items';
import { WORK_DATABASE } from './work-database';

const head = (id: string, over: Partial<CarriedPackageRow> = {}): CarriedPackageRow => ({
  v: 1,
  id,
  state: 'whole',
  deviceCode: 'K7M2',
  exportedAt: '2026-11-22T04:42:00.000Z',
  importedAt: 1,
  ticket: 'a.b.c',
  items: 1,
  files: 1,
  unreadable: 0,
  bytes: 100,
  ...over,
});
const item = (packageId: string, n: number): CarriedItemRow => ({
  v: 1,
  packageId,
  id: sampleId(n),
  submission: sampleSubmission(n),
  queuedAt: n,
  state: 'waiting',
});

async function withOne(id = 'p') {
  const gate = createFakeProfile().openWork();
  const store = createCarryStore(gate);
  await store.begin(head(id));
  await store.putItem(item(id, 1));
  await store.putFile({
    v: 1,
    packageId: id,
    attachmentId: sampleId(9),
    submissionId: sampleId(1),
    sha256: '0'.repeat(64),
    bytes: 5,
    state: 'waiting',
    offset: 0,
  });
  await store.putParts(id, sampleId(9), 0, [new Uint8Array([1, 2, 3, 4, 5]).buffer]);
  return { gate, store };
}

test('a whole package is not begun again, half of one is', async () => {
  const { store } = await withOne();
  expect(await store.begin(head('p'))).toBe(false);
  expect(await store.begin(head('q', { state: 'reading' }))).toBe(true);
  expect(await store.begin(head('q'))).toBe(true);
});

test('has work until everything that can arrive has arrived, and no trouble keeps it', async () => {
  const { store } = await withOne();
  expect(await store.waiting()).toBe(1);
  await store.setTrouble('p', 'device-revoked');
  expect(await store.waiting()).toBe(0);
  await store.setTrouble('p', null);
  await store.settleItems('p', [{ id: sampleId(1), state: 'received', receipt: 'r' }]);
  expect(await store.waiting()).toBe(1);
  await store.changeFile('p', sampleId(9), { state: 'sent', uploadUrl: undefined });
  expect(await store.waiting()).toBe(0);
});

test('a receipt stays, whatever another tab says later; a refusal yields to a receipt', async () => {
  const { store } = await withOne();
  await store.settleItems('p', [{ id: sampleId(1), state: 'refused', problem: 'conflict' }]);
  await store.settleItems('p', [{ id: sampleId(1), state: 'received', receipt: 'r' }]);
  await store.settleItems('p', [{ id: sampleId(1), state: 'refused', problem: 'conflict' }]);
  const [one] = await store.all();
  expect(one?.items).toMatchObject([{ state: 'received', receipt: 'r' }]);
  expect(one?.items[0]).not.toHaveProperty('problem');
});

test('the sealed bytes can be let go; the receipt stays', async () => {
  const { gate, store } = await withOne();
  await store.settleItems('p', [{ id: sampleId(1), state: 'received', receipt: 'r' }]);
  expect(await store.readSlice({ packageId: 'p', attachmentId: sampleId(9) }, 1, 3)).toEqual(
    new Uint8Array([2, 3, 4]),
  );
  await store.letGo('p');
  expect(await gate.read((db) => db.carriedParts.count())).toBe(0);
  const [one] = await store.all();
  expect(one?.items[0]).toMatchObject({
    receipt: 'r',
    submission: { id: sampleId(1), sealed: { enc: '', ct: '' } },
  });
});

test('one package is taken away, and nothing of another', async () => {
  const { gate, store } = await withOne();
  await store.begin(head('q'));
  await store.putItem(item('q', 2));
  await store.remove('p');
  expect((await store.all()).map((one) => one.head.id)).toEqual(['q']);
  expect(await gate.read((db) => db.carriedFiles.count())).toBe(0);
});

test('a work database of version 1 opens with everything in it, and an older app can open it again', async () => {
  const profile = createFakeProfile();
  const openOld = () => {
    const old = new Dexie(WORK_DATABASE, { indexedDB: profile.indexedDB, IDBKeyRange });
    old.version(1).stores({ outbox: 'id, queuedAt', records: 'key' });
    return old;
  };
  const before = openOld();
  await before.table('outbox').add(sampleItem(1));
  before.close();
  const gate = profile.openWork();
  const store = createCarryStore(gate);
  expect(await store.all()).toEqual([]);
  expect(await gate.read((db) => db.outbox.toArray())).toEqual([sampleItem(1)]);
  await store.begin(head('p'));
  gate.db.close();
  const older = openOld();
  expect(await older.table('outbox').toArray()).toEqual([sampleItem(1)]);
  older.close();
});
