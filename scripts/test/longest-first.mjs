import { BaseSequencer } from 'vitest/node';

/** Files that take longest, longest first: a machine that never ran them cannot know it. */
const LONGEST = [
  'reliability/corpus/corpus.test.ts',
  'reliability/simulator/simulator.test.ts',
  'reliability/sockets/kill-server.test.ts',
  'reliability/sockets/kill-database.test.ts',
  'reliability/sockets/cut-sync.test.ts',
  'reliability/sockets/repeated.test.ts',
  'reliability/sockets/uploads.test.ts',
  'reliability/model/nth-call.test.ts',
  'reliability/restore/drill.test.ts',
  'reliability/model/model.test.ts',
  'lib/contract/packing/pack-plaintext.test.ts',
  'app/api/v1/policy-matrix.api.test.ts',
  'app/api/v1/attachments/attachments.api.test.ts',
  'app/api/v1/sync/sync.api.test.ts',
];

function placeOf({ moduleId }) {
  const place = LONGEST.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? LONGEST.length : place;
}

/** Begins with the longest files, so that no worker is left alone with one at the end. */
export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const usual = await super.sort(files);
    return usual.sort((a, b) => placeOf(a) - placeOf(b));
  }
}
