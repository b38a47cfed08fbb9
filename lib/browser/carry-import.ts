import type { Bytes } from '../crypto/bytes';
import type { CarriedItemRow, CarriedPackageRow } from '../local/carry-rows';
import type { CarryStore } from '../local/carry-store';
import { PART_BYTES } from '../local/file-parts';
import { err, ok, type Result } from '../shared/result';
import type { SaveProblem } from './api';
import type { PackageHead, PackageProblem, PackageVisitor } from './carry-format';
import { readPackage } from './carry-read';
import { saveProblemOf } from './save-problem';

/** A file that can be read more than once, a piece at a time: a chosen file, or one made of scanned codes. */
export interface PackageSource {
  readonly bytes: number;
  read(): AsyncIterable<Uint8Array>;
}

export interface ImportDeps {
  readonly store: CarryStore;
  readonly now: () => number;
  /** Bytes that may still be stored; null = the browser does not say. */
  readonly room: () => Promise<number | null>;
}

export type ImportProblem = PackageProblem | SaveProblem | { readonly type: 'nothing-inside' };

/** `known`: this very file was chosen before, and is here already. */
export interface Imported {
  readonly id: string;
  readonly known: boolean;
}

/** Pieces that one write takes: a commit on a cheap phone costs more than a megabyte. */
const PIECES_PER_WRITE = 4;

/**
 * Takes a file of another device's work onto this one. It is read twice: first whether it is whole, and only then
 * stored, so that half a file never lies about. Resolves after everything is durable.
 */
export async function importPackage(
  { store, now, room }: ImportDeps,
  source: PackageSource,
  progress: (doneBytes: number) => void = () => undefined,
): Promise<Result<Imported, ImportProblem>> {
  let done = 0;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of source.read()) {
      done += piece.length;
      progress(Math.min(source.bytes, done / 2));
      yield piece;
    }
  };
  const seen = createCounter();
  const checked = await readSafely(() => readPackage(watched(), seen.visitor));
  if (!checked.ok) return checked;
  const { id } = checked.value;
  const { head } = seen;
  if (head === null || head.items === 0) return err({ type: 'nothing-inside' });
  const left = await room();
  if (left !== null && left < source.bytes) return err({ type: 'storage-full' });
  try {
    const isNew = await store.begin(rowOf(id, head, { now: now(), bytes: source.bytes, seen }));
    if (!isNew) return ok({ id, known: true });
    const writer = createWriter(store, id);
    const read = await readSafely(() => readPackage(watched(), writer.visitor));
    if (!read.ok) return read;
    // The drive gave other bytes the second time.
    if (read.value.id !== id) return err({ type: 'damaged' });
    await writer.flush();
    await store.changePackage(id, { state: 'whole' });
    progress(source.bytes);
    return ok({ id, known: false });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/** A drive that is pulled out while it is read throws; the store's own errors go on. */
async function readSafely<T>(
  read: () => Promise<Result<T, PackageProblem>>,
): Promise<Result<T, PackageProblem>> {
  try {
    return await read();
  } catch (error) {
    if (isDriveError(error)) return err({ type: 'unreadable' });
    throw error;
  }
}

const DRIVE_ERRORS = new Set(['NotReadableError', 'NotFoundError', 'SecurityError']);

function isDriveError(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    DRIVE_ERRORS.has(String((error as { name?: unknown }).name))
  );
}

interface Seen {
  readonly unreadable: number;
}

function rowOf(
  id: string,
  head: PackageHead,
  { now, bytes, seen }: { readonly now: number; readonly bytes: number; readonly seen: Seen },
): CarriedPackageRow {
  const { deviceCode, exportedAt, ticket, items, files } = head;
  return {
    v: 1,
    id,
    state: 'reading',
    deviceCode,
    exportedAt,
    importedAt: now,
    ticket,
    items,
    files,
    unreadable: seen.unreadable,
    bytes,
  };
}

function createCounter() {
  const seen: { head: PackageHead | null; unreadable: number; visitor: PackageVisitor } = {
    head: null,
    unreadable: 0,
    visitor: {
      async head(head) {
        seen.head = head;
      },
      async item() {},
      async unreadable() {
        seen.unreadable += 1;
      },
      async file() {},
      async bytes() {},
    },
  };
  return seen;
}

function createWriter(store: CarryStore, packageId: string) {
  let item: CarriedItemRow | null = null;
  let attachmentId = '';
  let written = 0;
  let pieces: ArrayBuffer[] = [];
  let piece = new Uint8Array(PART_BYTES);
  let filled = 0;

  async function write(): Promise<void> {
    if (pieces.length === 0) return;
    await store.putParts(packageId, attachmentId, written, pieces);
    written += pieces.length;
    pieces = [];
  }

  async function flush(): Promise<void> {
    if (filled > 0) pieces.push(piece.slice(0, filled).buffer);
    filled = 0;
    await write();
  }

  async function take(data: Bytes): Promise<void> {
    for (let at = 0; at < data.length; ) {
      const part = data.subarray(at, at + PART_BYTES - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PART_BYTES) continue;
      pieces.push(piece.buffer);
      piece = new Uint8Array(PART_BYTES);
      filled = 0;
      if (pieces.length >= PIECES_PER_WRITE) await write();
    }
  }

  const visitor: PackageVisitor = {
    async head() {},
    async unreadable() {},
    async item({ submission, queuedAt }) {
      await flush();
      item = { v: 1, packageId, id: submission.id, submission, queuedAt, state: 'waiting' };
      await store.putItem(item);
    },
    async file({ submissionId, id, bytes }) {
      await flush();
      attachmentId = id;
      written = 0;
      const sha256 = item?.submission.attachments.find((one) => one.id === id)?.sha256 ?? '';
      await store.putFile({
        v: 1,
        packageId,
        attachmentId,
        submissionId,
        sha256,
        bytes,
        state: 'waiting',
        offset: 0,
      });
    },
    bytes: take,
  };
  return { visitor, flush };
}
