/** Key and number for a file size as people say it: whole KB below one MB, one decimal above. Bytes in. */
export function sizeWords(bytes: number): { readonly key: 'size.kb' | 'size.mb'; readonly n: string } {
  if (bytes < 1_000_000) return { key: 'size.kb', n: String(Math.max(1, Math.round(bytes / 1000))) };
  return { key: 'size.mb', n: (bytes / 1_000_000).toFixed(1) };
}
