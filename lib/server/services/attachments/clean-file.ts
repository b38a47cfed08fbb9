import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { err, ok, type Result } from '../../../shared/result';

export type CleanProblem = { readonly type: 'unsupported-media' } | { readonly type: 'validation-failed' };

export interface CleanFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** More than this is no scan of a paper but a bomb: 776 KB of PNG can hold 256 million. */
const MOST_PIXELS = 40_000_000;

// sharp would also read SVG and a dozen others: what may come in is decided before it is asked.
const IMAGES: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 90 }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 90 }),
};

/**
 * A file as it may be kept: JPEG, PNG, WebP or PDF by its content, whatever it is called. Pictures are drawn anew, so
 * that places, scripts and anything else hidden in them is gone; a PDF stays as it is and is only ever downloaded.
 */
export async function cleanFile(bytes: Uint8Array): Promise<Result<CleanFile, CleanProblem>> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (mediaType === 'application/pdf') return ok({ bytes, mediaType });
  const encode = IMAGES[mediaType];
  if (!encode) return err({ type: 'unsupported-media' });
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb');
    return ok({ bytes: await encode(image).toBuffer(), mediaType });
  } catch {
    return err({ type: 'validation-failed' });
  }
}
