/** Key and number for an amount of data as people say it: whole KB below 100, MB with one decimal above. Bytes in. */
export function sizeWords(bytes: number): { readonly key: 'size.kb' | 'size.mb'; readonly n: string } {
  if (bytes < 100_000) return { key: 'size.kb', n: String(Math.max(1, Math.round(bytes / 1000))) };
  return { key: 'size.mb', n: (bytes / 1_000_000).toFixed(1) };
}
