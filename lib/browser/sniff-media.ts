import type { AttachmentHeader } from '../contract/wire';

export type MediaType = AttachmentHeader['mediaType'];

/** What a file is by its first bytes, whatever it is called; null for everything that is not taken (HEIC, SVG, Word …). */
export function sniffMedia(bytes: Uint8Array): MediaType | null {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  const isRiff = begins(bytes, [0x52, 0x49, 0x46, 0x46]);
  return isRiff && begins(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'image/webp' : null;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
