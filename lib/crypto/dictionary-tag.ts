import type { Bytes } from './bytes';

/** Bytes of a tag in front of what was compressed with a dictionary. */
export const TAG_BYTES = 4;

/**
 * First four bytes of the SHA-256 of a dictionary. With another dictionary the same stream can inflate to another,
 * believable text; the tag says which one was used.
 */
export async function dictionaryTag(dictionary: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', dictionary)).slice(0, TAG_BYTES);
}

/** The one of several dictionaries whose tag stands in front of `packed`. */
export async function dictionaryFor(
  packed: Bytes,
  dictionaries: readonly Bytes[],
): Promise<Bytes | undefined> {
  for (const dictionary of dictionaries) {
    const tag = await dictionaryTag(dictionary);
    if (tag.every((byte, at) => byte === packed[at])) return dictionary;
  }
  return undefined;
}
