import { expect, test } from 'vitest';
import { createDexieFileStore } from './dexie-file-store';
import type { FileRow } from './rows';
import { createFakeProfile } from './testing/fake-databases';
import { sampleId } from './testing/sample-items';

test('of each application the file that has begun to go is told in percent; what waits, is sent or is refused is not', async () => {
  const gate = createFakeProfile().openWork();
  const file = (n: number, over: Partial<FileRow>): FileRow => ({
    v: 1,
    attachmentId: `f${n}`,
    submissionId: sampleId(n),
    slot: 'photo',
    mediaType: 'image/jpeg',
    bytes: 3000,
    sha256: '',
    state: 'ready',
    offset: 0,
    ...over,
  });
  await gate.write([gate.db.files], (db) =>
    db.files.bulkPut([
      file(1, { offset: 2000 }),
      file(2, {}),
      file(3, { state: 'sent', offset: 3000 }),
      file(4, { state: 'refused', offset: 10 }),
    ]),
  );
  expect([...(await createDexieFileStore(gate).percentsUnderWay())]).toEqual([[sampleId(1), 66]]);
});
