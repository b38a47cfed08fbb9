import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, utf8 } from './bytes';
import { deflate, inflate } from './compress';

const LIMIT = 1024 * 1024;
const words = utf8('জন্ম নিবন্ধন আবেদন "name_last_bn":"father_name_bn" '.repeat(20));

describe('deflate and inflate', () => {
  test('come back as they went in, with and without a dictionary', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        fc.boolean(),
        fc.boolean(),
        (random, repeats, withDictionary) => {
          const plain = new Uint8Array(repeats ? [...random, ...words, ...random] : random);
          const dictionary = withDictionary ? words : undefined;
          const back = inflate(deflate(plain, dictionary), LIMIT, dictionary);
          expect(back.ok && Buffer.compare(back.value, plain)).toBe(0);
        },
      ),
      { numRuns: 80 },
    );
  });
  test('the dictionary pays', () => {
    const plain = utf8('"father_name_bn":"জন্ম নিবন্ধন"');
    expect(deflate(plain, words).length).toBeLessThan(deflate(plain).length / 2);
  });
  test('a dictionary longer than the window works by its end', () => {
    const long = new Uint8Array(100_000).map((_, at) => (at * 7919) & 255) as Bytes;
    long.set(words, long.length - words.length);
    const plain = utf8('"father_name_bn" জন্ম');
    expect(inflate(deflate(plain, long), LIMIT, long)).toEqual({ ok: true, value: plain });
  });
});

describe('inflate refuses', () => {
  test('a bomb, before it has filled the memory', () => {
    const bomb = deflate(new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(inflate(bomb, LIMIT)).toEqual({ ok: false, problem: { type: 'inflates-too-large' } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });
  test('one byte over the limit, while exactly the limit passes', () => {
    expect(inflate(deflate(new Uint8Array(LIMIT)), LIMIT)).toMatchObject({ ok: true });
    expect(inflate(deflate(new Uint8Array(LIMIT + 1)), LIMIT)).toMatchObject({
      problem: { type: 'inflates-too-large' },
    });
  });
  test('every cut of a stream', () => {
    const packed = deflate(words);
    for (let end = 0; end < packed.length; end++) expect(inflate(packed.slice(0, end), LIMIT).ok).toBe(false);
  });
  test('random bytes without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (random) => {
        inflate(new Uint8Array(random), 100_000);
      }),
      { numRuns: 500 },
    );
  });
});
