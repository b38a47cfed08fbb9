import { expect, test } from 'vitest';
import type { CaseState } from '../outbox/item';
import { readInSlices } from './read-in-slices';
import { createFakeProfile } from './testing/fake-databases';

const row = (n: number): CaseState => ({
  v: 1,
  submissionId: `case ${String(n).padStart(4, '0')}`,
  seq: n,
  epoch: 'e',
  status: 'received',
  at: '2026-11-22T04:42:00.000Z',
  files: { have: 0, of: 0 },
});

test.each([0, 1, 199, 200, 201, 400, 1003])('of %i rows each is read once, in order', async (count) => {
  const gate = createFakeProfile().openWork();
  const rows = Array.from({ length: count }, (_, n) => row(n));
  await gate.write([gate.db.cases], (db) => db.cases.bulkPut(rows.toReversed()));
  const read = await gate.read((db) =>
    db.transaction('r', db.cases, () => readInSlices(db.cases, ({ submissionId }) => submissionId)),
  );
  expect(read.map(({ seq }) => seq)).toEqual(rows.map(({ seq }) => seq));
});
