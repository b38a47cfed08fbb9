import { describe, expect, test } from 'vitest';
import { commitQueued, type QueuedCommit } from './commit-queued';
import type { DatabaseGate } from './database-gate';
import { createDexieDraftStore } from './dexie-draft-store';
import { createRecordStore } from './record-store';
import { createFakeProfile } from './testing/fake-databases';
import { SAMPLE_SERVICE, sampleId, sampleItem } from './testing/sample-items';
import { createVaultKeys } from './vault-keys';
import type { WorkDatabase } from './work-database';

const FILE = sampleId(900);

async function readyToQueue() {
  const profile = createFakeProfile();
  const gate = profile.openWork();
  const records = createRecordStore(gate);
  await records.enrol({ kind: 'centre', deviceId: sampleId(77), deviceCode: 'K7M2' }, 1);
  const drafts = createDexieDraftStore(
    gate,
    createVaultKeys(gate, () => 'kid'),
  );
  const file = {
    v: 1,
    attachmentId: FILE,
    submissionId: sampleId(1),
    slot: 'doc:card',
    mediaType: 'image/jpeg',
    bytes: 40,
    sha256: 'a'.repeat(64),
    state: 'draft',
    offset: 0,
  } as const;
  const base = await drafts.create(
    {
      id: sampleId(1),
      owner: 'citizen',
      definition: SAMPLE_SERVICE,
      optionSets: {},
      content: { answers: { name: 'রহিমা' }, fileKeys: {}, attachments: [] },
      files: [{ row: file, box: new Uint8Array(40) }],
    },
    10,
  );
  const header = {
    id: FILE,
    slot: 'doc:card',
    sha256: 'a'.repeat(64),
    bytes: 40,
    mediaType: 'image/jpeg',
  } as const;
  const commit: QueuedCommit = {
    item: sampleItem(1, { attachments: [header] }),
    base,
    keptBox: base.box,
    counter: { deviceCode: 'K7M2', used: 1 },
    now: 20,
  };
  return { profile, gate, records, drafts, commit };
}

async function picture(gate: DatabaseGate<WorkDatabase>) {
  return gate.read(async (db) => ({
    outbox: await db.outbox.count(),
    draft: (await db.drafts.get(sampleId(1)))?.state,
    file: (await db.files.get(FILE))?.state,
    counter: await db.records.get('counter'),
  }));
}

describe('queueing', () => {
  test('keeps the draft, queues the item, readies the file and raises the counter together', async () => {
    const { gate, commit } = await readyToQueue();
    expect(await commitQueued(gate, commit)).toBe('queued');
    expect(await picture(gate)).toMatchObject({
      outbox: 1,
      draft: 'kept',
      file: 'ready',
      counter: { next: 2 },
    });
  });

  test.each([1, 2, 3, 4])('a failure at write %i changes nothing at all', async (nth) => {
    const { gate, commit } = await readyToQueue();
    const before = await picture(gate);
    let writes = 0;
    const fail = (): void => {
      writes += 1;
      if (writes === nth) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    gate.db.use({
      stack: 'dbcore',
      name: 'failing',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: async (request) => {
              fail();
              return table.mutate(request);
            },
          };
        },
      }),
    });
    gate.db.close();
    await expect(commitQueued(gate, commit)).rejects.toMatchObject({ problem: { type: 'storage-full' } });
    // Those beside it were on their way already.
    expect(writes).toBeGreaterThanOrEqual(nth);
    expect(await picture(gate)).toEqual(before);
  });

  test('a number taken by another tab is not given twice', async () => {
    const { gate, profile, commit, drafts } = await readyToQueue();
    const other = profile.openWork();
    await drafts.create(
      {
        id: sampleId(2),
        owner: 'citizen',
        definition: SAMPLE_SERVICE,
        optionSets: {},
        content: { answers: {}, fileKeys: {}, attachments: [] },
      },
      11,
    );
    const second = await drafts.row(sampleId(2));
    const both = await Promise.all([
      commitQueued(gate, commit),
      commitQueued(other, { ...commit, item: sampleItem(2), base: second ?? commit.base }),
    ]);
    expect(both.toSorted()).toEqual(['counter-moved', 'queued']);
  });

  test('a second queueing of the same draft finds it queued', async () => {
    const { gate, commit } = await readyToQueue();
    await commitQueued(gate, commit);
    expect(await commitQueued(gate, commit)).toBe('already-queued');
    expect((await picture(gate)).outbox).toBe(1);
  });

  test('a draft changed in another tab is not queued with old answers', async () => {
    const { gate, commit, drafts } = await readyToQueue();
    await drafts.save(commit.base, { content: { answers: {}, fileKeys: {}, attachments: [] } }, 15);
    expect(await commitQueued(gate, commit)).toBe('draft-changed');
    expect((await picture(gate)).outbox).toBe(0);
  });
});
