import { describe, expect, test } from 'vitest';
import { createDexieDraftStore } from './dexie-draft-store';
import { createDexieFileStore } from './dexie-file-store';
import { PART_BYTES } from './file-parts';
import { createFakeProfile } from './testing/fake-databases';
import { SAMPLE_SERVICE, sampleId, sampleItem } from './testing/sample-items';
import { createVaultKeys } from './vault-keys';

const CANARY = 'কানিজ-CANARY-4471';
const content = { answers: { name: CANARY }, at: 'child', fileKeys: {}, attachments: [] };

function openTab(profile = createFakeProfile()) {
  const gate = profile.openWork();
  let n = 0;
  const keys = createVaultKeys(gate, () => `kid-${++n}`);
  return {
    profile,
    gate,
    keys,
    drafts: createDexieDraftStore(gate, keys),
    files: createDexieFileStore(gate),
  };
}

const fresh = (id: number) => ({
  id: sampleId(id),
  owner: 'citizen',
  definition: SAMPLE_SERVICE,
  optionSets: {},
  content,
});

describe('drafts at rest', () => {
  test('a draft comes back word for word in another tab, with its pinned definition', async () => {
    const { profile, drafts } = openTab();
    await drafts.create(fresh(1), 5);
    const again = openTab(profile).drafts;
    const row = await again.row(sampleId(1));
    expect(row && (await again.open(row))).toEqual(content);
    expect((await again.pinned(SAMPLE_SERVICE.id, 1))?.definition).toEqual(SAMPLE_SERVICE);
  });

  test('no row of the database holds a readable word of it', async () => {
    const { gate, drafts } = openTab();
    await drafts.create(fresh(1), 5);
    const rows = await gate.read((db) => Promise.all(db.tables.map((table) => table.toArray())));
    expect(readableText(rows)).toContain(SAMPLE_SERVICE.name.bn);
    expect(readableText(rows)).not.toContain(CANARY);
  });

  test('two tabs that ask for the key at once get the same one', async () => {
    const { profile, keys } = openTab();
    const other = openTab(profile).keys;
    const [a, b] = await Promise.all([keys.keyOf('citizen'), other.keyOf('citizen')]);
    expect(a.kid).toBe(b.kid);
  });

  test('a write over a row that another tab changed is refused', async () => {
    const { profile, drafts } = openTab();
    const base = await drafts.create(fresh(1), 5);
    const other = openTab(profile).drafts;
    expect(await other.save(base, { content }, 5)).toMatchObject({ type: 'saved' });
    expect(await drafts.save(base, { content }, 6)).toEqual({ type: 'changed' });
  });

  test('a box put into another row does not open', async () => {
    const { gate, drafts } = openTab();
    const one = await drafts.create(fresh(1), 5);
    const two = await drafts.create(fresh(2), 5);
    await gate.write([gate.db.drafts], (db) => db.drafts.put({ ...two, box: one.box }));
    const swapped = await drafts.row(sampleId(2));
    expect(swapped && (await drafts.open(swapped))).toBeNull();
  });

  test('a row from before rows had versions still opens', async () => {
    const { gate, drafts } = openTab();
    const { id, serviceId, serviceVersion, box, updatedAt } = await drafts.create(fresh(1), 5);
    const old = { id, serviceId, serviceVersion, box, updatedAt } as never;
    await gate.write([gate.db.drafts], (db) => db.drafts.put(old));
    const row = await drafts.row(sampleId(1));
    expect(row).toMatchObject({ v: 1, owner: 'citizen', state: 'open', createdAt: 5 });
    expect(row && (await drafts.open(row))).toEqual(content);
    expect(await drafts.rowsOf('citizen')).toHaveLength(1);
  });

  test('text and file bytes are written together and any stretch of the file can be read', async () => {
    const { gate, drafts, files } = openTab();
    const box = crypto.getRandomValues(new Uint8Array(60_000));
    const big = new Uint8Array(PART_BYTES * 2 + 17);
    for (let at = 0; at < big.length; at += box.length)
      big.set(box.subarray(0, Math.min(box.length, big.length - at)), at);
    const row = {
      v: 1,
      attachmentId: 'a',
      submissionId: sampleId(1),
      slot: 'doc:card',
      mediaType: 'image/jpeg',
      bytes: big.length,
      sha256: '',
      state: 'ready',
      offset: 0,
    } as const;
    await drafts.create({ ...fresh(1), files: [{ row, box: big }] }, 5);
    const from = PART_BYTES - 5;
    expect(await files.readSlice('a', from, 10)).toEqual(big.slice(from, from + 10));
    const whole = await files.readSlice('a', 0, big.length);
    expect(whole && Buffer.compare(whole, big)).toBe(0);
    expect(await files.readSlice('a', big.length - 3, 9)).toBeNull();
    expect(await files.nextReady()).toBeNull();
    const receipt = { jws: '', seq: 1, epoch: 'e', at: '' };
    const received = { ...sampleItem(1), state: 'received', receipt, files: { have: 0, of: 1 } } as const;
    await gate.write([gate.db.outbox], (db) => db.outbox.put(received));
    expect((await files.nextReady())?.attachmentId).toBe('a');
    await drafts.remove(sampleId(1));
    expect(await gate.read((db) => db.fileParts.count())).toBe(0);
  });
});

/** Every string and every byte as text, however deep. */
function readableText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
  if (typeof value === 'object' && value !== null && !(value instanceof CryptoKey))
    return Object.values(value).map(readableText).join('\n');
  return '';
}
