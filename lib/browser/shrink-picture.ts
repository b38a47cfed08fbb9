import { ENCODINGS, fittedSize, TARGET_BYTES } from './picture-size';

export interface ShrunkPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'image/jpeg' | 'image/png';
}

interface Canvas {
  readonly draw: (picture: ImageBitmap, width: number, height: number) => void;
  readonly encode: (type: string, quality?: number) => Promise<Blob | null>;
}

/**
 * A picture made small: turned as its EXIF says, at most 2048 px and about 250 KB. Drawing it anew drops everything
 * else the camera wrote, the place it was taken among it. Line art stays PNG while it is small. null = no picture.
 */
export async function shrinkPicture(source: Blob): Promise<ShrunkPicture | null> {
  const picture = await createImageBitmap(source, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return null;
  try {
    if (source.type === 'image/png') {
      const drawn = drawnAt(picture, 1);
      const png = await drawn.encode('image/png');
      if (png?.type === 'image/png' && png.size <= TARGET_BYTES)
        return { bytes: await bytesOf(png), mediaType: 'image/png' };
    }
    let best: Blob | null = null;
    for (const { quality, scale } of ENCODINGS) {
      const jpeg = await drawnAt(picture, scale).encode('image/jpeg', quality);
      if (jpeg?.type !== 'image/jpeg') return null;
      best = jpeg;
      if (jpeg.size <= TARGET_BYTES) break;
    }
    return best && { bytes: await bytesOf(best), mediaType: 'image/jpeg' };
  } finally {
    picture.close();
  }
}

function drawnAt(picture: ImageBitmap, scale: number): Canvas {
  const { width, height } = fittedSize(picture.width, picture.height, scale);
  const canvas = createCanvas(width, height);
  canvas.draw(picture, width, height);
  return canvas;
}

/** Off screen where the browser has it; on a page of an older one, an ordinary canvas that is never shown. */
function createCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height);
    return {
      draw: (picture, w, h) => paint(canvas.getContext('2d'), picture, w, h),
      encode: (type, quality) =>
        canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) }).catch(() => null),
    };
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return {
    draw: (picture, w, h) => paint(canvas.getContext('2d'), picture, w, h),
    encode: (type, quality) => new Promise((resolve) => canvas.toBlob(resolve, type, quality)),
  };
}

function paint(
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null,
  picture: ImageBitmap,
  width: number,
  height: number,
): void {
  if (context === null) return;
  // JPEG has no transparency: without a ground, a signature on nothing would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
