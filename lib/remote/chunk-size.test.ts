import { expect, test } from 'vitest';
import { FIRST_CHUNK_BYTES, MOST_CHUNK_BYTES, nextChunkBytes } from './chunk-size';

const KIB = 1024;

test('a piece has 32 to 64 KiB on every line: a cut costs no more', () => {
  for (const tookMs of [0, 10, 1_999, 2_000, 8_000, 8_001, 120_000]) {
    let bytes = FIRST_CHUNK_BYTES;
    for (let piece = 0; piece < 10; piece += 1) {
      bytes = nextChunkBytes(bytes, tookMs);
      expect(bytes).toBeGreaterThanOrEqual(32 * KIB);
      expect(bytes).toBeLessThanOrEqual(64 * KIB);
    }
  }
  expect(MOST_CHUNK_BYTES).toBe(64 * KIB);
});

test('a piece is as large as what the line carries in seven seconds', () => {
  expect(nextChunkBytes(32 * KIB, 900)).toBe(64 * KIB);
  expect(nextChunkBytes(32 * KIB, 5_600)).toBe(40 * KIB);
  expect(nextChunkBytes(40 * KIB, 7_000)).toBe(40 * KIB);
  expect(nextChunkBytes(64 * KIB, 12_000)).toBe(37 * KIB);
  expect(nextChunkBytes(64 * KIB, 40_000)).toBe(32 * KIB);
});

test('a small piece, mostly round trip, says nothing of the rate', () => {
  expect(nextChunkBytes(2 * KIB, 100)).toBe(32 * KIB);
});
