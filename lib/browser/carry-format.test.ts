import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, utf8 } from '../crypto/bytes';
import { sampleId } from '../local/testing/sample-items';
import { BLOCK_BYTES, createBlockHash } from './carry-block-hash';
import { readPackage } from './carry-read';
import type { PackagePart } from './carry-write';
import {
  createRecorder,
  cutInto,
  packed,
  packedSubmission,
  piecesOf,
  TICKET,
} from './testing/package-examples';

const read = async (bytes: Uint8Array, lengths: readonly number[] = []) => {
  const { told, visitor } = createRecorder();
  return { result: await readPackage(cutInto(bytes, lengths), visitor), told };
};
const fileId = (n: number) => sampleId(1000 + n);

/** Applications with files of some bytes, in the order in which they are written. */
function partsOf(applications: readonly (readonly Uint8Array[])[]): readonly PackagePart[] {
  let nth = 0;
  return applications.flatMap((boxes, index): PackagePart[] => {
    const files = boxes.map((box) => ({ id: fileId(nth++), bytes: box.length, box }));
    const submission = packedSubmission(index + 1, files);
    return [
      { type: 'item', submission, queuedAt: index },
      ...files.map(
        ({ id, bytes, box }): PackagePart => ({
          type: 'file',
          submissionId: submission.id,
          id,
          bytes,
          data: piecesOf(new Uint8Array(box)),
        }),
      ),
    ];
  });
}

const box = fc.uint8Array({ minLength: 29, maxLength: 400 });
const applications = fc.array(fc.array(box, { maxLength: 3 }), { minLength: 1, maxLength: 4 });

test('what was written is read again, byte for byte, however the drive cuts it', async () => {
  await fc.assert(
    fc.asyncProperty(applications, fc.array(fc.integer({ min: 1, max: 500 })), async (all, lengths) => {
      const bytes = await packed(partsOf(all));
      const { result, told } = await read(bytes, lengths);
      expect(result).toMatchObject({ ok: true, value: { id: expect.stringMatching(/^[0-9a-f]{64}$/) } });
      expect(told.head).toEqual({
        format: 'sheba-setu-unsent',
        v: 2,
        exportedAt: '2026-11-22T04:42:00.000Z',
        deviceCode: 'K7M2',
        ticket: TICKET,
        items: all.length,
        files: all.flat().length,
      });
      expect(told.items).toEqual(
        partsOf(all).flatMap((part) =>
          part.type === 'item'
            ? [{ part: 'item', submission: part.submission, queuedAt: part.queuedAt }]
            : [],
        ),
      );
      expect(told.files.map(({ data }) => data)).toEqual(all.flat().map((one) => [...one]));
      expect((await read(bytes)).result).toEqual(result);
    }),
    { numRuns: 60 },
  );
});

const small = () => packed(partsOf([[new Uint8Array(40).fill(10)], []]));

describe('a file that is not as it was written', () => {
  test('cut off at any byte it is not whole, and never taken', async () => {
    const bytes = await small();
    for (let length = 0; length < bytes.length; length += 1)
      expect([length, (await read(bytes.slice(0, length))).result]).toEqual([
        length,
        { ok: false, problem: { type: 'not-whole' } },
      ]);
  }, 60_000);

  test('with any one byte changed it is never taken', async () => {
    const bytes = await small();
    for (let at = 0; at < bytes.length; at += 1)
      for (const mask of [1, 32, 128]) {
        const bent = bytes.slice();
        bent[at] = (bent[at] ?? 0) ^ mask;
        expect([at, mask, (await read(bent)).result.ok]).toEqual([at, mask, false]);
      }
  }, 60_000);

  test('with anything behind its end it is damaged', async () => {
    const bytes = await small();
    expect((await read(new Uint8Array([...bytes, 10]))).result).toEqual({
      ok: false,
      problem: { type: 'damaged' },
    });
  });

  test.each([
    ['a part that was left out', { items: 3 }],
    ['a file that was left out', { files: 2 }],
  ])('%s is noticed though every byte is right', async (_name, over) => {
    const bytes = await packed(partsOf([[new Uint8Array(40)], []]), over);
    expect((await read(bytes)).result).toEqual({ ok: false, problem: { type: 'damaged' } });
  });

  test('a file that nobody announced is damaged', async () => {
    const [item, file] = partsOf([[new Uint8Array(40)]]);
    const stray = { ...file, id: fileId(99) } as PackagePart;
    const bytes = await packed([item, stray].filter((part) => part !== undefined));
    expect((await read(bytes)).result).toEqual({ ok: false, problem: { type: 'damaged' } });
  });
});

describe('other files', () => {
  const cases: [string, string | Bytes, string][] = [
    ['a photograph', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), 'foreign'],
    ['a song without a newline', new Uint8Array(300_000).fill(7), 'foreign'],
    ['JSON of somebody else', '{"format":"other","v":1}\n', 'foreign'],
    ['a text', 'হ্যালো\n', 'foreign'],
    ['nothing at all', '', 'not-whole'],
    ['a version of tomorrow', '{"format":"sheba-setu-unsent","v":3,"new":true}\n', 'newer'],
    ['a head that says nonsense', '{"format":"sheba-setu-unsent","v":2,"items":-1}\n', 'damaged'],
    ['a head that is no JSON', '{"format":"sheba-setu-unsent","v":2,\n', 'damaged'],
  ];
  test.each(cases)('%s', async (_name, content, type) => {
    const bytes = typeof content === 'string' ? utf8(content) : content;
    expect((await read(bytes)).result).toEqual({ ok: false, problem: { type } });
  });
});

describe('an application that this build cannot read', () => {
  test('is counted, and holds up nobody', async () => {
    const [first, ...rest] = partsOf([[], [new Uint8Array(30)]]);
    const row = { type: 'damaged', row: { id: 1 } } as const;
    const bytes = await packed([first, row, ...rest].filter((part) => part !== undefined));
    const { result, told } = await read(bytes);
    expect(result.ok).toBe(true);
    expect([told.items.length, told.unreadable, told.files.length]).toEqual([2, 1, 1]);
  });

  test('is passed over with its files', async () => {
    const [item, file] = partsOf([[new Uint8Array(30)]]);
    if (item?.type !== 'item' || file === undefined) throw new Error('an application with a file');
    const newer = {
      ...item,
      submission: { ...item.submission, sealed: { next: 1 } },
    } as unknown as PackagePart;
    const { result, told } = await read(await packed([newer, file]));
    expect(result.ok).toBe(true);
    expect([told.items.length, told.unreadable, told.files.length]).toEqual([0, 1, 0]);
  });
});

describe('a file of version 1', () => {
  const data = Buffer.from(new Uint8Array(40).fill(3)).toString('base64');
  const old = (files: readonly { id: string; data: string | null }[]) =>
    JSON.stringify({
      format: 'sheba-setu-unsent',
      v: 1,
      exportedAt: '2026-11-22T04:42:00.000Z',
      deviceCode: 'K7M2',
      items: [
        { submission: packedSubmission(1, [{ id: fileId(1), bytes: 40 }]), queuedAt: 5, files },
        { submission: { damaged: true }, queuedAt: 6, files: [] },
      ],
    });

  test('is still read, and the same file is the same', async () => {
    const bytes = utf8(old([{ id: fileId(1), data }]));
    const { result, told } = await read(bytes, [7]);
    expect(result).toEqual((await read(bytes)).result);
    expect(result.ok).toBe(true);
    expect(told.head).toMatchObject({ v: 1, ticket: null, items: 2, files: 1 });
    expect(told.items).toMatchObject([{ submission: { id: sampleId(1) }, queuedAt: 5 }]);
    expect(told.unreadable).toBe(1);
    expect(told.files).toEqual([{ id: fileId(1), data: Array(40).fill(3) }]);
  });

  test('may lack a file that was not there', async () => {
    const { result, told } = await read(utf8(old([{ id: fileId(1), data: null }])));
    expect([result.ok, told.files]).toEqual([true, []]);
  });

  test('is damaged when a file has another length', async () => {
    const { result } = await read(utf8(old([{ id: fileId(1), data: data.slice(4) }])));
    expect(result).toEqual({ ok: false, problem: { type: 'damaged' } });
  });

  test('cut off at any byte it is not whole', async () => {
    const bytes = utf8(old([{ id: fileId(1), data }]));
    for (let length = 0; length < bytes.length; length += 13)
      expect([length, (await read(bytes.slice(0, length))).result]).toEqual([
        length,
        { ok: false, problem: { type: 'not-whole' } },
      ]);
  });
});

test('the hash of blocks is that of the bytes, not of how they came', async () => {
  const bytes = new Uint8Array(2 * BLOCK_BYTES + 5).map((_, n) => n % 251);
  const hashes = new Set<string>();
  for (const lengths of [[bytes.length], [1000, 70_001], [BLOCK_BYTES], [BLOCK_BYTES - 1, 2]]) {
    const hash = createBlockHash();
    for await (const piece of cutInto(bytes, lengths)) await hash.update(piece);
    hashes.add(await hash.digest());
  }
  const { createHash } = await import('node:crypto');
  const sha = (part: Uint8Array) => createHash('sha256').update(part).digest();
  const blocks = [0, 1, 2].map((n) => sha(bytes.slice(n * BLOCK_BYTES, (n + 1) * BLOCK_BYTES)));
  expect([...hashes]).toEqual([sha(Buffer.concat(blocks)).toString('hex')]);
});
