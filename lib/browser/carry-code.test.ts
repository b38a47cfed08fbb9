import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase45, toBase45 } from './carry-base45';
import {
  type CodedItem,
  codeFrames,
  codeText,
  createCodeCollector,
  fileOfCode,
  readCodeText,
} from './carry-code';
import { readPackage } from './carry-read';
import { createRecorder, cutInto, packedSubmission, TICKET } from './testing/package-examples';

const coded = (n: number, ct = 'B'.repeat(40)): CodedItem => {
  const submission = packedSubmission(n);
  return {
    deviceCode: 'K7M2',
    exportedAt: '2026-11-22T04:42:00.000Z',
    ticket: TICKET,
    submission: { ...submission, sealed: { ...submission.sealed, ct } },
    queuedAt: n,
  };
};
/** Ciphertext that no deflate makes smaller, of some bytes. */
const noise = (bytes: number): string =>
  Buffer.from(Uint8Array.from({ length: bytes }, (_, n) => (n * 7919 + ((n * n) % 253)) % 256)).toString(
    'base64url',
  );
const framesOf = async (item: CodedItem) => {
  const frames = await codeFrames(item);
  if (frames === null) throw new Error('fits');
  return frames;
};

describe('base 45', () => {
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
  ])('is that of RFC 9285: %s', (plain, text) => {
    expect(toBase45(Buffer.from(plain))).toBe(text);
    expect(fromBase45(text)).toEqual({ ok: true, value: new Uint8Array(Buffer.from(plain)) });
  });

  test('every byte string comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual({ ok: true, value: new Uint8Array(bytes) });
      }),
    );
  });

  test.each(['GGW', ':::', 'A', 'a', '::'])('refuses %s', (text) => {
    expect(fromBase45(text)).toEqual({ ok: false, problem: { type: 'not-base45' } });
  });
});

describe('an application in codes', () => {
  test('is put together in any order, however often each is seen', async () => {
    const frames = await framesOf(coded(1, noise(900)));
    expect(frames.length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...frames.keys(), ...frames.keys()], { minLength: frames.length * 2 }),
        async (order) => {
          const collector = createCodeCollector();
          let seen = null;
          for (const n of order) {
            seen = await collector.take(frames[n] ?? '');
            if (seen.ok && seen.value.type === 'all') break;
          }
          expect(seen).toEqual({ ok: true, value: { type: 'all', item: coded(1, noise(900)) } });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('says how far it has come', async () => {
    const [first = '', , third = ''] = await framesOf(coded(1, noise(900)));
    const collector = createCodeCollector();
    await collector.take(third);
    expect(await collector.take(first)).toMatchObject({ value: { type: 'some', have: [1, 3] } });
  });

  test('is written with what a code packs best, at most 535 characters each', async () => {
    for (const bytes of [600, 900, 1200, 2000])
      for (const frame of await framesOf(coded(1, noise(bytes)))) {
        expect(frame.length).toBeLessThanOrEqual(535);
        expect(frame).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
      }
  });

  test('that is too large for a hand is not offered', async () => {
    expect(await codeFrames(coded(1, noise(8000)))).toBeNull();
  });

  test('does not mix with another', async () => {
    const [a, b] = [await framesOf(coded(1, noise(900))), await framesOf(coded(2, noise(901)))];
    const collector = createCodeCollector();
    await collector.take(a[0] ?? '');
    for (const frame of b.slice(0, -1)) await collector.take(frame);
    expect(await collector.take(b.at(-1) ?? '')).toMatchObject({
      value: { type: 'all', item: { queuedAt: 2 } },
    });
  });

  test('is damaged when a character is another', async () => {
    const frames = await framesOf(coded(1));
    const bent = frames.map((frame, n) =>
      n > 0 ? frame : frame.slice(0, -1) + (frame.endsWith('0') ? '1' : '0'),
    );
    const collector = createCodeCollector();
    let last = null;
    for (const frame of bent) last = await collector.take(frame);
    expect(last).toEqual({ ok: false, problem: { type: 'damaged' } });
  });

  test.each(['', 'https://example.org/track#c=K7M2', 'SETU1/', 'SETU2/0/1/1/A'])(
    '%s is none of ours',
    async (text) => {
      expect(await createCodeCollector().take(text)).toEqual({ ok: false, problem: { type: 'foreign' } });
    },
  );
});

describe('an application as text', () => {
  test.each([
    ['alone', (text: string) => text],
    ['in an address', (text: string) => `https://setu.example/carry#${text}`],
    ['in a message', (text: string) => `পাঠিয়ে দিন: https://setu.example/carry#${text} ধন্যবাদ`],
  ])('comes back %s', async (_name, around) => {
    expect(await readCodeText(around(codeText(coded(3))))).toEqual({ ok: true, value: coded(3) });
  });

  test('cut short is damaged, and other text is none of ours', async () => {
    const text = codeText(coded(3));
    expect(await readCodeText(text.slice(0, -9))).toEqual({ ok: false, problem: { type: 'damaged' } });
    expect(await readCodeText('হ্যালো')).toEqual({ ok: false, problem: { type: 'foreign' } });
  });
});

test('a code is the same package however it came', async () => {
  const { told, visitor } = createRecorder();
  const read = await readPackage(cutInto(await fileOfCode(coded(4)), []), visitor);
  expect(told.items).toMatchObject([{ submission: { id: coded(4).submission.id } }]);
  const again = await readPackage(cutInto(await fileOfCode(coded(4)), [5]), createRecorder().visitor);
  expect(again).toEqual(read);
});
