import { fromBase64url, toBase64url } from '../base64url';

/** The same base64url with one bit changed in its middle byte. */
export function flipMiddle(base64url: string): string {
  const bytes = fromBase64url(base64url);
  if (!bytes.ok) throw new Error('no bytes');
  const at = bytes.value.length >> 1;
  bytes.value[at] = (bytes.value[at] ?? 0) ^ 1;
  return toBase64url(bytes.value);
}
