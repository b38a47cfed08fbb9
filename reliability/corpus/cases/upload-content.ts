import sharp, { type Metadata } from 'sharp';
import { expect } from 'vitest';
import type { Bytes } from '@/lib/crypto/bytes';
import { type Case, type Category, refused } from '../case';
import { CANARY } from '../world/canary';
import {
  bytesOf,
  greyPng,
  jpeg,
  photograph,
  png,
  toBytes,
  webp,
  withChunk,
  withSegment,
} from '../world/files';
import { uploadFile } from '../world/upload';
import { taken } from './upload-types';

type Content = () => Bytes | Promise<Bytes>;

/** Of a kind that is taken, and not to be read to its end. */
const broken = (name: string, content: Content): Case => ({
  name,
  send: async (world) => uploadFile(world, await world.file(world.centre, { file: await content() })),
  expected: refused('validation-failed'),
});

/** Drawn anew: nothing that hid in it is left. */
const cleaned = (name: string, content: Content, look: (kept: Metadata) => void = () => {}): Case => {
  let seen: Promise<Metadata> | undefined;
  const one = taken(name, content, (kept) => {
    expect(kept.toString('latin1')).not.toMatch(/CANARY|somewhere private/);
    seen = sharp(kept).metadata();
  });
  return {
    ...one,
    also: async () => {
      const facts = await seen;
      expect([facts?.exif, facts?.icc, facts?.xmp, facts?.iptc, facts?.space]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        facts?.space === 'b-w' ? 'b-w' : 'srgb',
      ]);
      if (facts) look(facts);
    },
  };
};

const cut = (content: Content, share: number) => async () => {
  const whole = await content();
  return whole.subarray(0, Math.floor(whole.byteLength * share));
};
const sized = (width: number, height: number) => (facts: Metadata) =>
  expect([facts.width, facts.height]).toEqual([width, height]);

/** The header of a JPEG that says it has 65,500 × 65,500 pixels. */
async function hugeJpeg(): Promise<Bytes> {
  const image = new Uint8Array(await jpeg());
  const frame = Buffer.from(image).indexOf(Buffer.from([0xff, 0xc0]));
  image.set([0xff, 0xdc, 0xff, 0xdc], frame + 5);
  return image;
}

async function flipped(content: Content, at: number): Promise<Bytes> {
  const image = new Uint8Array(await content());
  image[at] = (image[at] ?? 0) ^ 0xff;
  return image;
}

/** Bombs, torn files and files that tell where they were taken. */
export const uploadContent: Category = {
  name: 'Uploads: content',
  least: 25,
  cases: [
    broken('a PNG of 16,000 × 16,000', () => greyPng(16_000, 16_000)),
    broken('a PNG that says 60,000 × 60,000 and has one row', () => greyPng(60_000, 60_000, 1)),
    broken('a PNG of one row of 41 million', () => greyPng(41_000_000, 1)),
    broken('a PNG without a width', () => greyPng(0, 8)),
    broken('a JPEG that says 65,500 × 65,500', hugeJpeg),
    broken('a JPEG cut in its head', cut(jpeg, 0.1)),
    broken('a JPEG cut in half', cut(jpeg, 0.5)),
    broken('a JPEG cut near its end', cut(jpeg, 0.9)),
    broken('a PNG cut in its head', cut(png, 0.01)),
    broken('a PNG cut in half', cut(png, 0.5)),
    broken('a WebP cut in half', cut(webp, 0.5)),
    broken('a PNG with a wrong checksum in its data', () => flipped(png, 60)),
    broken('a PNG of which the header alone is there', async () => (await png()).subarray(0, 33)),
    cleaned('a JPEG that knows where it was taken', () =>
      toBytes(
        photograph()
          .withExif({
            IFD0: { Copyright: 'somewhere private' },
            IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '24/1 40/1 0/1' },
          })
          .jpeg(),
      ),
    ),
    cleaned('a JPEG with a name in its description', () =>
      toBytes(
        photograph()
          .withExif({ IFD0: { ImageDescription: CANARY.nameEn } })
          .jpeg(),
      ),
    ),
    cleaned('a JPEG with XMP', async () =>
      withSegment(
        await jpeg(),
        0xe1,
        bytesOf('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>', CANARY.nameEn, '</x:xmpmeta>'),
      ),
    ),
    cleaned('a JPEG with words of its own', async () =>
      withSegment(await jpeg(), 0xed, bytesOf('Photoshop 3.0\0', CANARY.nameEn)),
    ),
    cleaned('a PNG with words in it', async () =>
      withChunk(await png(), 'iTXt', bytesOf('Author\0\0\0\0\0', CANARY.nameEn)),
    ),
    cleaned(
      'a JPEG that lies on its side is put upright',
      () => toBytes(photograph(60, 20).withMetadata({ orientation: 6 }).jpeg()),
      sized(20, 60),
    ),
    cleaned('a JPEG with a colour profile', () => toBytes(photograph().withIccProfile('p3').jpeg())),
    cleaned('a CMYK JPEG, as scanners make them', () => toBytes(photograph().toColourspace('cmyk').jpeg())),
    cleaned('a progressive JPEG', () => toBytes(photograph().jpeg({ progressive: true })), sized(64, 48)),
    cleaned('a grey JPEG', () => toBytes(photograph().greyscale().jpeg())),
    cleaned('a PNG of sixteen bits', () => toBytes(photograph().toColourspace('rgb16').png())),
    cleaned('a PNG with a palette and transparency', () =>
      toBytes(photograph().ensureAlpha(0.5).png({ palette: true })),
    ),
    cleaned('an interlaced PNG', () => toBytes(photograph().png({ progressive: true }))),
    cleaned('a picture of one pixel', () => toBytes(photograph(1, 1).png()), sized(1, 1)),
    cleaned('a WebP without loss', () => toBytes(photograph().webp({ lossless: true }))),
    cleaned(
      'a moving WebP stands still',
      async () =>
        new Uint8Array(
          await sharp([await png(), await png()], { join: { animated: true } })
            .webp({ loop: 0 })
            .toBuffer(),
        ),
      (facts) => expect(facts.pages ?? 1).toBe(1),
    ),
  ],
};
