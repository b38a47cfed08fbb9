import { decryptFile, encryptFile } from '../crypto/file-box';
import type { NewFile } from '../local/dexie-draft-store';
import type { DraftAttachment } from '../local/rows';
import type { MediaType } from './sniff-media';
import type { WorkRoom } from './work-room';

export interface SealedFile {
  readonly attachment: DraftAttachment;
  /** base64url; lies in the vault, later inside the sealed plaintext. */
  readonly key: string;
  readonly file: NewFile;
}

/** Encrypts a file for its place in a draft. From here on the device holds it only as ciphertext. */
export async function sealFile(
  bytes: Uint8Array<ArrayBuffer>,
  about: {
    readonly submissionId: string;
    readonly attachmentId: string;
    readonly slot: string;
    readonly mediaType: MediaType;
    readonly name: string;
  },
): Promise<SealedFile> {
  const { submissionId, attachmentId, slot, mediaType, name } = about;
  const { box, key, sha256 } = await encryptFile(bytes, { submissionId, attachmentId });
  const shared = { slot, mediaType, bytes: box.length, sha256 };
  return {
    key,
    attachment: { id: attachmentId, name, ...shared },
    file: { box, row: { v: 1, attachmentId, submissionId, ...shared, state: 'draft', offset: 0 } },
  };
}

/** A stored file, readable again; null when its bytes or its key are damaged. */
export async function openStoredFile(
  room: WorkRoom,
  submissionId: string,
  { id, bytes }: DraftAttachment,
  key: string | undefined,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const box = await room.files.readSlice(id, 0, bytes);
  if (box === null || key === undefined) return null;
  const opened = await decryptFile(box, key, { submissionId, attachmentId: id });
  return opened.ok ? opened.value : null;
}
