/** The text as gzip, for those that are given every chance. */
export async function gzip(text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
