import { describe, expect, test } from 'vitest';
import { createDexieOutboxStore } from './dexie-outbox-store';
import { createFakeProfile } from './testing/fake-databases';
import { sampleId, sampleItem } from './testing/sample-items';
import { upcastItem } from './upcast-item';

describe('old outbox rows', () => {
  test('a row without version and attempts is read as it would be written today', () => {
    const { v, attempts, ...old } = sampleItem(1);
    expect(upcastItem(old)).toEqual({ ...old, v, attempts });
  });

  test('a row that lacks what its state needs goes again instead of hanging', () => {
    expect(upcastItem({ ...sampleItem(1), state: 'sending' })).toMatchObject({ state: 'queued' });
  });

  test('a row that a person held or withdrew is read by every build; marks of a wrong shape are left out', () => {
    const held = { ...sampleItem(1), held: true, triedAt: 5 };
    expect(upcastItem(held)).toEqual(held);
    expect(upcastItem({ ...sampleItem(1), held: 'yes', triedAt: 'now' })).toEqual(sampleItem(1));
    const problem = { code: 'withdrawn', at: 5, by: 'citizen', mayHaveArrived: false };
    const withdrawn = { ...sampleItem(1), state: 'needs-attention', problem };
    expect(upcastItem(withdrawn)).toEqual(withdrawn);
    expect(upcastItem({ ...withdrawn, held: true })).toEqual(withdrawn);
    expect(upcastItem({ ...sampleItem(1), state: 'sending', held: true })).toMatchObject({
      state: 'queued',
      held: true,
    });
  });

  test('a row nobody can read stays in the list as damaged and is left as it is', async () => {
    const gate = createFakeProfile().openWork();
    const broken = { id: sampleId(9), note: 'from a later version' } as never;
    await gate.write([gate.db.outbox], (db) => db.outbox.bulkPut([broken, sampleItem(1)]));
    const store = createDexieOutboxStore(gate);
    expect((await store.all()).map(({ state }) => state)).toEqual(['needs-attention', 'queued']);
    await store.update([sampleId(9)], (item) => ({ ...item, attempts: 5 }));
    expect(await gate.read((db) => db.outbox.get(sampleId(9)))).toEqual(broken);
  });
});
