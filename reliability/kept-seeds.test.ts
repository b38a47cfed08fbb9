import { expect, test } from 'vitest';
import kept from './seeds.json';

test('a kept seed can be run again, and says what it found', () => {
  const all = Object.values(kept).flat() as readonly { readonly seed: unknown; readonly why: unknown }[];

  for (const { seed, why } of all) {
    expect(Number.isSafeInteger(seed)).toBe(true);
    expect(String(why ?? '')).not.toBe('');
  }
  expect(Object.keys(kept).sort()).toEqual(['model', 'simulator', 'sockets']);
});
