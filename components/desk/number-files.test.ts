import { expect, test } from 'vitest';
import { numberFiles } from './number-files';

test('files of one paper are numbered, a paper of one file is not', () => {
  const paper = (id: string, slot: string) =>
    ({ id, slot, mediaType: 'image/webp', bytes: 9, state: 'stored' }) as const;
  const papers = [paper('a', 'doc:nid'), paper('b', 'doc:tax'), paper('c', 'doc:nid')];
  expect(numberFiles(papers).map(({ number }) => number)).toEqual([1, null, 2]);
});
