import { expect, test } from 'vitest';
import { PLACE_LEVELS } from './address-model';
import { wordsForNothing } from './place-words';

test.each([
  ['nothing here yet, on its way', false, false, true, 'address.preparing'],
  ['nothing here, and it did not come', false, false, false, 'address.notReady'],
  ['own district here, the rest on its way', true, false, true, 'address.preparingMore'],
  ['own district here, the rest did not come', true, false, false, 'address.noneYet'],
  ['all here', true, true, false, 'address.none'],
])('%s', (_what, ready, wholeCountry, coming, words) => {
  expect(wordsForNothing({ ready, wholeCountry, coming }, PLACE_LEVELS)).toBe(words);
});

test('where no union is asked, the unions are not waited for', () => {
  const known = { ready: true, wholeCountry: false, coming: true };
  expect(wordsForNothing(known, ['division', 'district', 'upazila'])).toBe('address.none');
});
