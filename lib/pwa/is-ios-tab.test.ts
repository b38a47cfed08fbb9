import { expect, test } from 'vitest';
import { isIosTab } from './is-ios-tab';

test.each([
  ['a tab of Safari on an iPhone', { standalone: false }, true],
  ['the same from the Home Screen', { standalone: true }, false],
  ['every other browser', {}, false],
])('mode 7: %s', (_, nav, isTab) => {
  expect(isIosTab(nav)).toBe(isTab);
});
