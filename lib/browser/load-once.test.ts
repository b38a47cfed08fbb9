import { expect, test } from 'vitest';
import { loadOnce } from './load-once';

test('everybody who asks shares one attempt and what came of it', async () => {
  let attempts = 0;
  const load = loadOnce(async () => ++attempts);

  expect(await Promise.all([load(), load()])).toEqual([1, 1]);
  expect(await load()).toBe(1);
});

test('a part of the app that did not come is asked for again: mode 17', async () => {
  let attempts = 0;
  const load = loadOnce(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('ChunkLoadError');
    return attempts;
  });

  await expect(load()).rejects.toThrow('ChunkLoadError');
  expect(await load()).toBe(2);
});
