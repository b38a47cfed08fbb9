import { expect, test } from 'vitest';
import './namespaces/review';
import { i18n } from './start-i18n';

test.each([
  ['bn', 1, '১', '১টি ফাইল'],
  ['bn', 3, '৩', '৩টি ফাইল'],
  ['en', 1, '1', '1 file'],
  ['en', 0, '0', '0 files'],
  ['en', 3, '3', '3 files'],
] as const)('in %s, %i is counted as people count', (lng, count, n, words) => {
  expect(i18n.t('papers.given', { ns: 'review', lng, count, n })).toBe(words);
});
