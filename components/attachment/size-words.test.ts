import { expect, test } from 'vitest';
import { sizeWords } from './size-words';

test.each([
  [0, { key: 'size.kb', n: '1' }],
  [251_400, { key: 'size.kb', n: '251' }],
  [999_999, { key: 'size.kb', n: '1000' }],
  [1_000_000, { key: 'size.mb', n: '1.0' }],
  [5_240_000, { key: 'size.mb', n: '5.2' }],
])('%d bytes', (bytes, words) => {
  expect(sizeWords(bytes)).toEqual(words);
});
