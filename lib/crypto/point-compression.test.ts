import { expect, test } from 'vitest';
import { compressPoint, decompressPoint } from './point-compression';

test('a point comes back from its compressed form, whichever its second coordinate is', async () => {
  const signs = new Set<number | undefined>();
  for (let n = 0; n < 40; n++) {
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const compressed = compressPoint(point);
    signs.add(compressed[0]);
    expect(compressed).toHaveLength(33);
    expect(decompressPoint(compressed)).toEqual(point);
  }
  expect([...signs].sort()).toEqual([2, 3]);
});

test('bytes that name no point give none', async () => {
  const withX = (x: number) => new Uint8Array(33).fill(0).map((_, at) => (at === 0 ? 2 : at === 32 ? x : 0));
  const found = Array.from({ length: 40 }, (_, x) => decompressPoint(withX(x)) !== undefined);
  // About half of all numbers are no first coordinate.
  expect(found.filter(Boolean).length).toBeGreaterThan(8);
  expect(found.filter(Boolean).length).toBeLessThan(32);
  expect(decompressPoint(new Uint8Array(33).fill(255))).toBeUndefined();
  expect(decompressPoint(new Uint8Array(33))).toBeUndefined();
  expect(decompressPoint(new Uint8Array(65).fill(4))).toBeUndefined();
  expect(decompressPoint(new Uint8Array(0))).toBeUndefined();
});
