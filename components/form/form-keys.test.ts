import { expect, test } from 'vitest';
import { formKeyOf } from './form-keys';

const press = (key: string, more: Partial<Parameters<typeof formKeyOf>[0]> = {}) => ({
  key,
  code: key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test.each([
  [press('Enter', { ctrlKey: true }), 'review'],
  [press('Enter', { ctrlKey: true, repeat: true }), null],
  [press('Enter'), null],
  [press('ArrowDown', { altKey: true }), 'next'],
  [press('ArrowUp', { altKey: true }), 'previous'],
  [press('ArrowDown'), null],
  [press('s', { code: 'KeyS', ctrlKey: true }), 'save'],
  [press('স', { code: 'KeyS', ctrlKey: true }), 'save'],
  [press('s', { code: 'KeyS' }), null],
  [press('s', { code: 'KeyS', ctrlKey: true, shiftKey: true }), null],
])('%o asks for %s', (pressed, key) => {
  expect(formKeyOf(pressed, false)).toBe(key);
});

test('in a list Alt and arrow open the list', () => {
  expect(formKeyOf(press('ArrowDown', { altKey: true }), true)).toBeNull();
  expect(formKeyOf(press('Enter', { ctrlKey: true }), true)).toBe('review');
});
