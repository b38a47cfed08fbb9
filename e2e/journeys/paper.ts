import sharp from 'sharp';

/** A file as a file chooser takes it. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A photo with grain like a camera's, so that it does not shrink to nothing. */
export async function photo(
  name: string,
  colour: string,
  size = { width: 640, height: 480 },
): Promise<Paper> {
  const grain = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const noise = await sharp({ create: { ...size, channels: 3, background: colour, noise: grain } })
    .png()
    .toBuffer();
  const buffer = await sharp({ create: { ...size, channels: 3, background: colour } })
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 80 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

export async function scan(name: string, colour: string): Promise<Paper> {
  const create = { width: 320, height: 240, channels: 3, background: colour } as const;
  return { name, mimeType: 'image/png', buffer: await sharp({ create }).png().toBuffer() };
}
