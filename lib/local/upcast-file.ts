import type { FileRow } from './rows';

/** Today's shape of a file row of any age; null when it names no file. Rows before version 1 had no offset. */
export function upcastFileRow(row: unknown): FileRow | null {
  if (typeof row !== 'object' || row === null) return null;
  const old = row as Partial<FileRow>;
  if (typeof old.attachmentId !== 'string' || typeof old.submissionId !== 'string') return null;
  return { ...(old as FileRow), v: 1, state: old.state ?? 'draft', offset: old.offset ?? 0 };
}
