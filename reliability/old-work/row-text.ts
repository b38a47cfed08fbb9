/** Bytes and keys of a stored row as JSON can hold them, and back. */

/** A row with its ArrayBuffers as text. `rawKey` gives the bytes of a CryptoKey, which cannot tell them itself. */
export function packRow(value: unknown, rawKey: (key: CryptoKey) => string): unknown {
  if (value instanceof ArrayBuffer) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof CryptoKey) return { $key: rawKey(value) };
  if (Array.isArray(value)) return value.map((one) => packRow(one, rawKey));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, packRow(one, rawKey)]));
}

/** The row as the browser had it: bytes as ArrayBuffer, keys as keys that cannot be read. */
export async function unpackRow(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(unpackRow));
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytes' in value) return bufferOf((value as { $bytes: string }).$bytes);
  if ('$key' in value) return vaultKey((value as { $key: string }).$key);
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(
    await Promise.all(entries.map(async ([name, one]) => [name, await unpackRow(one)] as const)),
  );
}

/** A vault key of known bytes; scripts can use it and cannot read it, as in the app. */
export const vaultKey = (base64: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bufferOf(base64), 'AES-GCM', false, ['encrypt', 'decrypt']);

const bufferOf = (base64: string): ArrayBuffer => new Uint8Array(Buffer.from(base64, 'base64')).buffer;
