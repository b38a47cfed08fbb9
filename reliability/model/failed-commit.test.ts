import { expect, test } from 'vitest';
import { createFakeProfile } from '../../lib/local/testing/fake-databases';
import { sampleItem } from '../../lib/local/testing/sample-items';
import { addStoreFaults, noFaults } from '../store-faults';

test('mode 2: a write whose puts resolve and whose commit fails is not called saved', async () => {
  const profile = createFakeProfile();
  const gate = profile.openWork();
  const plan = noFaults();
  addStoreFaults(gate.db, plan);
  await gate.write([gate.db.outbox], (db) => db.outbox.add(sampleItem(1)));
  Object.assign(plan, { left: 1, how: 'commit' });
  await expect(gate.write([gate.db.outbox], (db) => db.outbox.add(sampleItem(2)))).rejects.toMatchObject({
    problem: { type: 'storage-full' },
  });
  expect(plan.failed).toBe(1);
  expect(await profile.openWork().read((db) => db.outbox.count())).toBe(1);
});
