import { expect, test } from 'vitest';
import { beginsAlmost } from './begins-almost';

test.each([
  ['nothing wrong', 'passp'],
  ['one letter wrong', 'pastport'],
  ['one letter missing', 'pasport'],
  ['one letter too many', 'passsport'],
  ['two letters swapped', 'passprot'],
])('%s is almost the beginning', (_, key) => {
  expect(beginsAlmost('passport', key)).toBe(true);
});

test.each(['pastprt', 'porcha', 'passports and more'])('%s is not', (key) => {
  expect(beginsAlmost('passport', key)).toBe(false);
});
