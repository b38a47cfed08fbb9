/** Smaller bodies gain nothing from gzip. */
const WORTH_PACKING = 400;

/** Body and headers of a JSON request, gzipped where the browser can and it pays. */
export async function jsonBody(value: unknown): Promise<{
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}> {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const type = { 'content-type': 'application/json' };
  if (plain.length < WORTH_PACKING || typeof CompressionStream === 'undefined')
    return { body: plain, headers: type };
  const packed = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'));
  const body = new Uint8Array(await new Response(packed).arrayBuffer());
  return { body, headers: { ...type, 'content-encoding': 'gzip' } };
}
