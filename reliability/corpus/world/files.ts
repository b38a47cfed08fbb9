import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp, { type Sharp } from 'sharp';
import type { Bytes } from '@/lib/crypto/bytes';

/** Text is taken letter by letter as bytes. */
export type Part = string | Uint8Array | readonly number[];

export const bytesOf = (...parts: readonly Part[]): Bytes =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    ),
  );

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#7aa',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

/** A small photograph, not of anybody. */
export const photograph = (width = 64, height = 48): Sharp => noise(width, height);

export const toBytes = async (image: Sharp): Promise<Bytes> => new Uint8Array(await image.toBuffer());

export const jpeg = (): Promise<Bytes> => toBytes(photograph().jpeg());
export const png = (): Promise<Bytes> => toBytes(photograph().png());
export const webp = (): Promise<Bytes> => toBytes(photograph().webp());

/** A PDF of one empty page; `more` goes into its catalogue. */
export function pdf(more = ''): Bytes {
  return bytesOf(
    '%PDF-1.4\n',
    `1 0 obj<</Type/Catalog/Pages 2 0 R${more}>>endobj\n`,
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n',
    'trailer<</Root 1 0 R/Size 4>>\n%%EOF\n',
  );
}

/** A zip of these files, uncompressed names first, as office suites write them. */
export const zip = (files: Readonly<Record<string, string>>): Bytes =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    ),
  );

/** A segment of a JPEG, put in behind its first two bytes. */
export function withSegment(image: Bytes, marker: number, content: Uint8Array): Bytes {
  const length = content.byteLength + 2;
  return bytesOf(image.subarray(0, 2), [0xff, marker, length >> 8, length & 255], content, image.subarray(2));
}

/** A chunk of a PNG, put in behind its header. */
export function withChunk(image: Bytes, type: string, content: Uint8Array): Bytes {
  return bytesOf(image.subarray(0, 33), pngChunk(type, content), image.subarray(33));
}

export function pngChunk(type: string, content: Uint8Array): Bytes {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.byteLength);
  const named = bytesOf(type, content);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return bytesOf(size, named, sum);
}

/** A PNG that is all of one grey: little to send, much to draw. */
export function greyPng(width: number, height: number, rows = height): Bytes {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(rows * (width + 1)), { level: 9 });
  return bytesOf(
    [0x89],
    'PNG\r\n',
    [0x1a, 0x0a],
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', new Uint8Array()),
  );
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
