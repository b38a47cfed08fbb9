import { describe, expect, test } from 'vitest';
import { fittedSize } from './picture-size';
import { prepareAttachment, type ShrinkPicture } from './prepare-attachment';

const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const small: ShrinkPicture = async (source) => ({
  bytes: new Uint8Array([1]),
  mediaType: source.type === 'image/png' ? 'image/png' : 'image/jpeg',
});
const file = (bytes: readonly number[], type = '', size = 200) =>
  new Blob([new Uint8Array(bytes), new Uint8Array(size)], { type });
const ascii = (text: string) => [...new TextEncoder().encode(text)];

describe('what may be attached', () => {
  test.each([
    ['a JPEG called a document', file(JPEG, 'application/msword'), 'image/jpeg'],
    ['a PNG', file([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
    ['a WebP', file([...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBP')]), 'image/jpeg'],
    ['a PDF', file(ascii('%PDF-1.7')), 'application/pdf'],
  ])('%s is taken by its content', async (_, blob, mediaType) => {
    expect(await prepareAttachment(blob, small)).toMatchObject({ ok: true, value: { mediaType } });
  });

  test.each([
    ['a HEIC photo', file([0, 0, 0, 24, ...ascii('ftypheic')], 'image/jpeg')],
    ['an SVG', file(ascii('<svg xmlns="http://www.w3.org/2000/svg">'), 'image/png')],
    ['a Word file called PDF', file([0x50, 0x4b, 3, 4], 'application/pdf')],
    ['nothing', new Blob([])],
  ])('%s is not', async (_, blob) => {
    expect(await prepareAttachment(blob, small)).toEqual({
      ok: false,
      problem: { type: 'unsupported-media' },
    });
  });

  test('a PDF above 5 MB is too large, one below stays as it is', async () => {
    const large = file(ascii('%PDF-1.7'), '', 5 * 1024 * 1024 + 1);
    expect(await prepareAttachment(large, small)).toMatchObject({ problem: { type: 'too-large', maxMB: 5 } });
    const fine = file(ascii('%PDF-1.7'), '', 1000);
    expect(await prepareAttachment(fine, small)).toMatchObject({ value: { bytes: { length: 1008 } } });
  });

  test('a picture that does not decode, and a file taken off the pen-drive, are unreadable', async () => {
    const unreadable = { ok: false, problem: { type: 'unreadable' } };
    expect(await prepareAttachment(file(JPEG), async () => null)).toEqual(unreadable);
    const gone = file(JPEG);
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotFound')) }) as never;
    expect(await prepareAttachment(gone, small)).toEqual(unreadable);
  });

  test('ten photos at once are worked on one by one', async () => {
    let now = 0;
    let most = 0;
    const counting: ShrinkPicture = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return { bytes: new Uint8Array([1]), mediaType: 'image/jpeg' };
    };
    await Promise.all(Array.from({ length: 10 }, () => prepareAttachment(file(JPEG), counting)));
    expect(most).toBe(1);
  });

  test.each([
    [4000, 3000, 2048, 1536],
    [3000, 4000, 1536, 2048],
    [800, 600, 800, 600],
    [9000, 10, 2048, 2],
  ])('a picture of %i × %i is stored as %i × %i', (width, height, fittedWidth, fittedHeight) => {
    expect(fittedSize(width, height)).toEqual({ width: fittedWidth, height: fittedHeight });
  });
});
