import { sha256Hex } from '../crypto/hex';
import type { FileStore } from '../local/dexie-file-store';
import type { FileRow } from '../local/rows';

/** Larger files are judged by the server alone: to hash one here, all of it has to be in memory at once. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Whether the stored bytes of a file are those that were encrypted. A bit that flipped on the disk is found before any of it goes. */
export async function isFileIntact(files: FileStore, file: FileRow): Promise<boolean> {
  if (file.bytes > MOST_BYTES) return true;
  const bytes = await files.readSlice(file.attachmentId, 0, file.bytes);
  if (bytes === null) return false;
  return (await sha256Hex(bytes)) === file.sha256;
}
