import { expect, test } from 'vitest';
import { ok } from '../shared/result';
import { answerSet } from './draft-mutation';
import type { OpenDraft } from './draft-writer';
import { createDraftWrites } from './draft-writes';

/** Writes that take a moment, and how many ran at the same time. */
function slowWrites() {
  const batches: number[] = [];
  let running = 0;
  let most = 0;
  const writes = createDraftWrites({
    async write(batch) {
      running += 1;
      most = Math.max(most, running);
      batches.push(batch.length);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      return ok({} as OpenDraft);
    },
    onWritten: () => undefined,
    onFailure: () => undefined,
  });
  return { writes, batches, most: () => most };
}

test('two who ask in the same moment do not begin a write each: the older would show last', async () => {
  const { writes, batches, most } = slowWrites();
  writes.add(answerSet('year', '19'));
  const first = writes.flush();
  writes.add(answerSet('year', '197'));
  const second = writes.flush();
  writes.add(answerSet('year', '1978'));

  expect(await Promise.all([first, second, writes.flush()])).toEqual([true, true, true]);

  expect(most()).toBe(1);
  expect(batches.reduce((sum, count) => sum + count)).toBe(3);
  expect(writes.isWritten()).toBe(true);
});

test('what must be written by itself waits for what is on its way, and others for it', async () => {
  const { writes, batches, most } = slowWrites();
  writes.add(answerSet('name', 'র'));
  await Promise.all([
    writes.flush(),
    writes.now(answerSet('photo', 'a')),
    writes.now(answerSet('paper', 'b')),
  ]);

  expect(most()).toBe(1);
  expect(batches).toEqual([1, 1, 1]);
});
