import { makeTrackingCode } from '../../contract/tracking-code';
import type { WireSubmission } from '../../contract/wire';
import type { Bytes } from '../../crypto/bytes';
import { sampleId } from '../../local/testing/sample-items';
import type { PackageVisitor } from '../carry-format';
import { type PackagePart, writePackage } from '../carry-write';

export const TICKET = 'aaa.bbb.ccc';

/** A submission that the contract reads; nothing in it was really sealed. */
export function packedSubmission(
  n: number,
  files: readonly { id: string; bytes: number }[] = [],
): WireSubmission {
  return {
    id: sampleId(n),
    trackingCode: makeTrackingCode('K7M2', n),
    serviceId: 'birth-registration',
    serviceVersion: 1,
    queuedAt: new Date(1_700_000_000_000 + n).toISOString(),
    sealed: { kid: 'k1', enc: 'A'.repeat(44), ct: 'B'.repeat(40), z: 'deflate' },
    attachments: files.map(({ id, bytes }) => ({
      id,
      slot: 'doc:card',
      sha256: '0'.repeat(64),
      bytes,
      mediaType: 'image/jpeg',
    })),
  };
}

export async function* piecesOf(...pieces: readonly Bytes[]): AsyncGenerator<Bytes> {
  yield* pieces;
}

/** A whole file in memory. */
export async function packed(
  parts: readonly PackagePart[],
  over: { readonly items?: number; readonly files?: number } = {},
): Promise<Bytes> {
  const head = {
    exportedAt: '2026-11-22T04:42:00.000Z',
    deviceCode: 'K7M2',
    ticket: TICKET,
    items: parts.filter(({ type }) => type !== 'file').length,
    files: parts.filter(({ type }) => type === 'file').length,
    ...over,
  };
  async function* all() {
    yield* parts;
  }
  const pieces: Bytes[] = [];
  for await (const piece of writePackage(head, all())) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Bytes cut into pieces of some lengths, as a drive gives them. */
export async function* cutInto(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const length = Math.max(1, lengths[n % Math.max(1, lengths.length)] ?? bytes.length);
    yield bytes.slice(at, at + length);
    at += length;
  }
}

/** Remembers what it was told. */
export function createRecorder() {
  const items: unknown[] = [];
  const files: { readonly id: string; readonly data: number[] }[] = [];
  const told = { head: null as unknown, unreadable: 0, items, files };
  const visitor: PackageVisitor = {
    async head(head) {
      told.head = head;
    },
    async item(item) {
      items.push(item);
    },
    async unreadable() {
      told.unreadable += 1;
    },
    async file({ id }) {
      files.push({ id, data: [] });
    },
    async bytes(data) {
      files.at(-1)?.data.push(...data);
    },
  };
  return { told, visitor };
}
