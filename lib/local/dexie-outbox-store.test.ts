import { describe, expect, test } from 'vitest';
import { NEVER_SYNCED } from '../outbox/position';
import { outboxStoreContract } from '../outbox/testing/store-contract';
import { createDexieFileStore } from './dexie-file-store';
import { createDexieOutboxStore } from './dexie-outbox-store';
import { createFakeProfile } from './testing/fake-databases';
import { sampleId } from './testing/sample-items';

describe('the Dexie store keeps the promises of the port', () => {
  for (const one of outboxStoreContract)
    test(one.name, () =>
      one.run(async () => {
        const profile = createFakeProfile();
        return {
          store: createDexieOutboxStore(profile.openWork()),
          reopen: async () => createDexieOutboxStore(profile.openWork()),
        };
      }),
    );
});

test('when the server was restored from its backup, files that had arrived go up again', async () => {
  const gate = createFakeProfile().openWork();
  const store = createDexieOutboxStore(gate);
  const commit = { ids: [], items: () => undefined, cases: [] };
  const sent = {
    v: 1,
    attachmentId: 'a',
    submissionId: sampleId(1),
    state: 'sent',
    offset: 9,
    uploadUrl: '/u',
  };
  await gate.write([gate.db.files], (db) => db.files.put(sent as never));
  await store.commitSync({ ...commit, position: { ...NEVER_SYNCED, epoch: 'e1' } });
  expect(await gate.read((db) => db.files.get('a'))).toMatchObject({ state: 'sent' });
  await store.commitSync({ ...commit, position: { ...NEVER_SYNCED, epoch: 'e2' } });
  const { uploadUrl: _, ...rest } = sent;
  expect(await gate.read((db) => db.files.get('a'))).toEqual({
    ...rest,
    state: 'ready',
    offset: 0,
    round: 1,
  });
});

test('an upload that ends after the device heard of a restored server does not count: the file goes up again', async () => {
  const gate = createFakeProfile().openWork();
  const files = createDexieFileStore(gate);
  const store = createDexieOutboxStore(gate);
  const commit = { ids: [], items: () => undefined, cases: [] };
  const ready = { v: 1, attachmentId: 'a', submissionId: sampleId(1), state: 'ready', offset: 0 };
  await gate.write([gate.db.files], (db) => db.files.put(ready as never));
  await store.commitSync({ ...commit, position: { ...NEVER_SYNCED, epoch: 'e1' } });
  await store.commitSync({ ...commit, position: { ...NEVER_SYNCED, epoch: 'e2' } });
  await files.change('a', { state: 'sent', offset: 9, round: 0 });
  expect(await gate.read((db) => db.files.get('a'))).toMatchObject({ state: 'ready', offset: 0 });
  await files.change('a', { state: 'sent', offset: 9, round: 1 });
  expect(await gate.read((db) => db.files.get('a'))).toMatchObject({ state: 'sent', offset: 9 });
});
