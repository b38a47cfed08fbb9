import { describe, expect, test, vi } from 'vitest';
import type { CaseStatus } from '../contract/wire';
import { createDexieDraftStore } from './dexie-draft-store';
import { createFakeProfile } from './testing/fake-databases';
import { SAMPLE_SERVICE, sampleId, sampleItem } from './testing/sample-items';
import { tidyKept } from './tidy-kept';
import { createVaultKeys } from './vault-keys';

const DAY = 86_400_000;
const DECIDED = Date.parse('2026-11-01T00:00:00.000Z');

/** `backedUp`: the sealed text was let go, and the mark stands at the decision; 'text' = it has not reached the decision yet. */
async function decided(status: CaseStatus | null, backedUp: boolean | 'text') {
  const gate = createFakeProfile().openWork();
  const drafts = createDexieDraftStore(
    gate,
    createVaultKeys(gate, () => 'kid'),
  );
  const content = { answers: {}, fileKeys: {}, attachments: [] };
  const row = await drafts.create(
    { id: sampleId(1), owner: 'citizen', definition: SAMPLE_SERVICE, optionSets: {}, content },
    1,
  );
  const at = new Date(DECIDED).toISOString();
  const receipt = { jws: '', seq: 1, epoch: 'e', at };
  const position = {
    cursor: 4,
    epoch: 'e',
    backupSeq: backedUp === 'text' ? 3 : backedUp ? 4 : 0,
    lastContact: null,
  };
  await gate.write([gate.db.drafts, gate.db.outbox, gate.db.cases, gate.db.records], async (db) => {
    await db.records.put({ v: 1, key: 'position', position });
    await db.drafts.put({ ...row, state: 'kept' });
    await db.outbox.put({
      ...sampleItem(1),
      state: 'received',
      receipt,
      files: { have: 0, of: 0 },
      ...(backedUp && { released: true }),
    });
    if (status !== null)
      await db.cases.put({ v: 1, submissionId: sampleId(1), seq: 4, epoch: 'e', status, at });
  });
  return gate;
}

test.each([
  [30, false],
  [31, true],
] as const)('what was withdrawn %i days ago keeps nothing but its trace: %s', async (days, gone) => {
  const gate = await decided(null, false);
  await gate.write([gate.db.outbox], (db) =>
    db.outbox.put({
      ...sampleItem(1),
      state: 'needs-attention',
      problem: { code: 'withdrawn', at: DECIDED, by: 'citizen', mayHaveArrived: false },
    }),
  );
  await tidyKept(gate, DECIDED + days * DAY);
  expect(await gate.read((db) => db.drafts.count())).toBe(gone ? 0 : 1);
  const row = await gate.read((db) => db.outbox.get(sampleId(1)));
  expect(row).toMatchObject({ problem: { code: 'withdrawn', at: DECIDED } });
  expect(row?.submission.sealed.ct === '').toBe(gone);
});

describe('readable copies of queued applications', () => {
  test.each([
    ['accepted', true, 8, true],
    ['accepted', true, 6, false],
    ['accepted', 'text', 8, false],
    ['accepted', 'text', 31, true],
    ['accepted', false, 8, false],
    ['accepted', false, 31, true],
    ['rejected', true, 8, true],
    ['superseded', true, 8, true],
    ['returned', true, 400, false],
    ['received', true, 400, false],
    [null, true, 400, false],
  ] as const)('%s, backed up %s, after %i days: gone %s', async (status, backedUp, days, gone) => {
    const gate = await decided(status, backedUp);
    await tidyKept(gate, DECIDED + days * DAY);
    expect(await gate.read((db) => db.drafts.count())).toBe(gone ? 0 : 1);
    expect(await gate.read((db) => db.outbox.count())).toBe(1);
  });
});

test('what is gone is not looked for with the right to write again', async () => {
  const gate = await decided('accepted', true);
  const writes = vi.spyOn(gate, 'write');
  const later = DECIDED + 8 * DAY;
  expect(await tidyKept(gate, later)).toEqual([sampleId(1)]);
  expect(writes).toHaveBeenCalledTimes(1);
  expect(await tidyKept(gate, later)).toEqual([]);
  expect(writes).toHaveBeenCalledTimes(1);
});
