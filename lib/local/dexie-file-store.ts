import type { DatabaseGate } from './database-gate';
import { PART_BYTES, sliceOfParts } from './file-parts';
import type { FileRow } from './rows';
import { upcastFileRow } from './upcast-file';
import { upcastItem } from './upcast-item';
import type { WorkDatabase } from './work-database';

/** Encrypted files and how far each has gone up. */
export interface FileStore {
  filesOf(submissionId: string): Promise<readonly FileRow[]>;
  /** A file that may go up now: its text was received. Oldest application first; null when there is none. */
  nextReady(skip?: ReadonlySet<string>): Promise<FileRow | null>;
  /** How many files the server refused, by submission. */
  countRefused(): Promise<ReadonlyMap<string, number>>;
  /** How far the file has gone that is on its way, 0–100, by submission. */
  percentsUnderWay(): Promise<ReadonlyMap<string, number>>;
  /** Bytes of the encrypted file; null when they are not all here. */
  readSlice(attachmentId: string, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Writes over the row; undefined in `patch` takes the field away. */
  change(attachmentId: string, patch: FilePatch): Promise<void>;
}

export interface FilePatch {
  readonly state?: FileRow['state'];
  readonly uploadUrl?: string | undefined;
  readonly offset?: number;
  readonly problem?: string | undefined;
  /** The round in which the row was read (0 when it has none): in another one nothing is written. */
  readonly round?: number;
}

export function createDexieFileStore(gate: DatabaseGate<WorkDatabase>): FileStore {
  const { db } = gate;
  return {
    filesOf: (submissionId) =>
      gate.read(async () => {
        const rows = await db.files.where('submissionId').equals(submissionId).toArray();
        return rows.map(upcastFileRow).filter((row) => row !== null);
      }),

    nextReady: (skip = new Set()) =>
      gate.read(async () => {
        const rows = await db.files.where('state').equals('ready').toArray();
        const files = rows.map(upcastFileRow).filter((row) => row !== null && !skip.has(row.attachmentId));
        let best: { readonly file: FileRow; readonly queuedAt: number } | null = null;
        for (const file of files) {
          if (file === null) continue;
          const item = upcastItem(await db.outbox.get(file.submissionId));
          if (item?.state !== 'received') continue;
          if (best === null || item.queuedAt < best.queuedAt) best = { file, queuedAt: item.queuedAt };
        }
        return best?.file ?? null;
      }),

    countRefused: () =>
      gate.read(async () => {
        const counts = new Map<string, number>();
        const refused = await db.files.where('state').equals('refused').toArray();
        for (const { submissionId } of refused) counts.set(submissionId, (counts.get(submissionId) ?? 0) + 1);
        return counts;
      }),

    percentsUnderWay: () =>
      gate.read(async () => {
        const rows = (await db.files.where('state').equals('ready').toArray()).map(upcastFileRow);
        const begun = rows.filter((row) => row !== null && row.offset > 0).filter((row) => row !== null);
        return new Map(
          begun.map(({ submissionId, offset, bytes }) => [submissionId, Math.floor((offset * 100) / bytes)]),
        );
      }),

    readSlice: (attachmentId, offset, length) =>
      gate.read(async () => {
        const first = Math.floor(offset / PART_BYTES);
        const last = Math.floor(Math.max(offset, offset + length - 1) / PART_BYTES);
        const parts = await db.fileParts
          .where('[attachmentId+index]')
          .between([attachmentId, first], [attachmentId, last], true, true)
          .toArray();
        return sliceOfParts(parts, offset, length);
      }),

    change: (attachmentId, patch) =>
      gate.write([db.files], async () => {
        const row = upcastFileRow(await db.files.get(attachmentId));
        const { round, ...fields } = patch;
        if (row === null || (round !== undefined && round !== (row.round ?? 0))) return;
        const next: Record<string, unknown> = { ...row, ...fields };
        for (const key of ['uploadUrl', 'problem']) if (next[key] === undefined) delete next[key];
        await db.files.put(next as unknown as FileRow);
      }),
  };
}
