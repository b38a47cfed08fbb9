import type { Bytes } from './bytes';

/** Bytes of a tag in front of what was compressed with a dictionary. */
export const TAG_BYTES = 4;

/**
 * First four bytes of the SHA-256 of a dictionary. With another dictionary the same stream can inflate to another,
 * believable text; the tag says which one was used.
 */
export function dictionaryTag(dictionary: Bytes): Promise<Bytes> {
  const known = tags.get(dictionary);
  if (known) return known;
  const made = crypto.subtle
    .digest('SHA-256', dictionary)
    .then((hash) => new Uint8Array(hash).slice(0, TAG_BYTES));
  tags.set(dictionary, made);
  return made;
}

// A server opens thousands with the same one, which nobody writes to.
const tags = new WeakMap<Bytes, Promise<Bytes>>();

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
