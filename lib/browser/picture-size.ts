/** Longest edge of a stored picture, pixels. A page of A4 is readable at it. */
export const LONGEST_EDGE = 2048;
/** What a stored picture weighs at most, about. Bytes. */
export const TARGET_BYTES = 250 * 1024;
/** Tried in order until one fits: quality first, then size. */
export const ENCODINGS: readonly { readonly quality: number; readonly scale: number }[] = [
  { quality: 0.82, scale: 1 },
  { quality: 0.7, scale: 1 },
  { quality: 0.55, scale: 1 },
  { quality: 0.6, scale: 0.75 },
  { quality: 0.5, scale: 0.6 },
  { quality: 0.45, scale: 0.45 },
];

/** Width and height that fit the longest edge, in whole pixels, never enlarged. */
export function fittedSize(
  width: number,
  height: number,
  scale = 1,
): { readonly width: number; readonly height: number } {
  const ratio = Math.min(1, LONGEST_EDGE / Math.max(width, height)) * scale;
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}
