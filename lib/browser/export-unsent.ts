import type { Bytes } from '../crypto/bytes';
import { PART_BYTES } from '../local/file-parts';
import type { OutboxItem } from '../outbox/item';
import { isWithdrawn } from '../outbox/withdrawal';
import { err, ok, type Result } from '../shared/result';
import type { ExportedUnsent, SaveProblem } from './api';
import { openRoom } from './open-room';
import { saveProblemOf } from './save-problem';
import type { WorkRoom } from './work-room';

/** Which of the unsent work; everything when `id` is absent. */
export interface ExportFilter {
  readonly id?: string;
}

/**
 * Everything sealed that has not reached the server, or not with all its files, as one file for a pen-drive; or only
 * one application. Holds no readable answer. Nothing is taken off this device.
 */
export async function exportUnsent(only: ExportFilter = {}): Promise<Result<ExportedUnsent, SaveProblem>> {
  return exportFrom(await openRoom(), only);
}

interface ToPack {
  readonly item: OutboxItem;
  /** Of its files those that are here whole, with their bytes. */
  readonly files: readonly { readonly id: string; readonly bytes: number }[];
}

/** The same from a given room. The format is described in `docs/protocol.md`. */
export async function exportFrom(
  room: WorkRoom,
  { id }: ExportFilter = {},
): Promise<Result<ExportedUnsent, SaveProblem>> {
  try {
    // Fetched when somebody exports: most visits never do.
    const { writePackage } = await import('./carry-write');
    const packed: ToPack[] = [];
    const complete = new Set(
      (await room.outbox.caseStates())
        .filter(({ files }) => files !== undefined && files.have === files.of)
        .map(({ submissionId }) => submissionId),
    );
    for (const item of await room.outbox.all()) {
      // What was taken back must not reach the server by another road; asked for by itself, it is the copy that is kept before.
      if (id === undefined ? isWithdrawn(item) : item.id !== id) continue;
      // The server counted them all, whoever brought them.
      const isWhole = item.state === 'received' && complete.has(item.id);
      const files = isWhole ? [] : await filesToPack(room, item);
      if (item.state !== 'received' || (files.length > 0 && !item.released)) packed.push({ item, files });
    }
    const device = await room.records.device();
    const exportedAt = new Date(room.now()).toISOString();
    const head = {
      exportedAt,
      deviceCode: device?.deviceCode ?? null,
      ticket: (await room.records.ticket())?.ticket ?? null,
      items: packed.length,
      files: packed.reduce((sum, { files }) => sum + files.length, 0),
    };
    // A Blob of Blobs: the browser may put each on the disk while the next is made.
    const pieces: Blob[] = [];
    for await (const piece of writePackage(head, partsOf(room, packed))) pieces.push(new Blob([piece]));
    return ok({
      fileName: `sheba-setu-unsent-${device?.deviceCode ?? 'device'}-${exportedAt.slice(0, 10)}.setu`,
      blob: new Blob(pieces, { type: 'application/octet-stream' }),
      count: packed.length,
    });
  } catch (error) {
    return err(saveProblemOf(error));
  }
}

/** What has not gone up. A file that was refused stays here: only a person can mend it. */
async function filesToPack(room: WorkRoom, item: OutboxItem): Promise<ToPack['files']> {
  if (isDamaged(item)) return [];
  const announced = new Map(item.submission.attachments.map(({ id, bytes }) => [id, bytes]));
  const files = [];
  for (const { attachmentId: id, bytes, state } of await room.files.filesOf(item.id))
    if (state === 'ready' && announced.get(id) === bytes && (await isWhole(room, id, bytes)))
      files.push({ id, bytes });
  return files;
}

const isDamaged = (item: OutboxItem): boolean =>
  item.state === 'needs-attention' && item.problem.code === 'damaged';

async function isWhole(room: WorkRoom, id: string, bytes: number): Promise<boolean> {
  for (let at = 0; at < bytes; at += PART_BYTES)
    if ((await room.files.readSlice(id, at, Math.min(PART_BYTES, bytes - at))) === null) return false;
  return true;
}

/** A row that nobody can read is carried as it is, for help, unless it is absurdly large. */
const MOST_DAMAGED = 256 * 1024;

async function* partsOf(room: WorkRoom, packed: readonly ToPack[]) {
  for (const { item, files } of packed) {
    const { id: submissionId, submission, queuedAt } = item;
    if (isDamaged(item)) {
      const row = JSON.stringify(submission).length > MOST_DAMAGED ? { id: submissionId } : submission;
      yield { type: 'damaged' as const, row };
      continue;
    }
    yield { type: 'item' as const, submission, queuedAt };
    for (const { id, bytes } of files)
      yield { type: 'file' as const, submissionId, id, bytes, data: bytesOf(room, id, bytes) };
  }
}

async function* bytesOf(room: WorkRoom, id: string, bytes: number): AsyncGenerator<Bytes> {
  for (let at = 0; at < bytes; at += PART_BYTES) {
    const slice = await room.files.readSlice(id, at, Math.min(PART_BYTES, bytes - at));
    // Its length is in the line before it: a file that shrinks meanwhile makes the whole export fail, never a false one.
    if (slice === null) throw new Error('a file changed while it was exported');
    yield slice;
  }
}
