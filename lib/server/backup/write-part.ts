import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Part } from './manifest';

/** Writes what comes out of `source` as one part of a backup; on disk when it resolves. Nobody else can read it. */
export async function writePart(
  folder: string,
  name: string,
  source: AsyncIterable<Uint8Array | string>,
  { gzip }: { readonly gzip: boolean },
): Promise<Part> {
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  const file = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  const content = Readable.from(source);
  if (gzip) await pipeline(content, createGzip(), counted, file);
  else await pipeline(content, counted, file);
  return { path: name, bytes, sha256: hash.digest('hex') };
}
