import type { FilePartRow } from './rows';

/** Bytes of one stored part. Small enough for a cheap phone to copy, large enough for few rows. */
export const PART_BYTES = 256 * 1024;

/** Rows that hold an encrypted file; ArrayBuffers, because Safari loses Blobs in IndexedDB. */
export function partsOf(attachmentId: string, box: Uint8Array): FilePartRow[] {
  const parts: FilePartRow[] = [];
  for (let at = 0; at < box.length; at += PART_BYTES) {
    const data = new Uint8Array(box.subarray(at, at + PART_BYTES)).buffer;
    parts.push({ v: 1, attachmentId, index: parts.length, data });
  }
  return parts;
}

/** Bytes `[offset, offset + length)` out of the parts that cover them; null when a part is missing. */
export function sliceOfParts(
  parts: readonly FilePartRow[],
  offset: number,
  length: number,
): Uint8Array<ArrayBuffer> | null {
  const slice = new Uint8Array(length);
  let filled = 0;
  for (const part of [...parts].sort((a, b) => a.index - b.index)) {
    const start = part.index * PART_BYTES;
    const from = Math.max(offset, start);
    const to = Math.min(offset + length, start + part.data.byteLength);
    if (from >= to) continue;
    slice.set(new Uint8Array(part.data, from - start, to - from), from - offset);
    filled += to - from;
  }
  return filled === length ? slice : null;
}
