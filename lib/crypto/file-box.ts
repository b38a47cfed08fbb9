import { err, ok, type Result } from '../shared/result';
import { fromBase64url, toBase64url } from './base64url';
import { type Bytes, joinBytes, utf8 } from './bytes';
import { sha256Hex } from './hex';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Which file of which submission: bound to the ciphertext, so that files cannot be swapped. */
export interface FilePlace {
  readonly submissionId: string;
  readonly attachmentId: string;
}

export interface EncryptedFile {
  /** 12-byte IV, then ciphertext and tag. */
  readonly box: Bytes;
  /** AES-256 key, base64url: goes into the sealed plaintext. */
  readonly key: string;
  /** Lower-case hex over `box`. */
  readonly sha256: string;
}

const additional = ({ submissionId, attachmentId }: FilePlace) => utf8(`${submissionId}|${attachmentId}`);

/** Encrypts a file under a new random key of its own. */
export async function encryptFile(plain: Bytes, place: FilePlace): Promise<EncryptedFile> {
  const rawKey = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await importKey(rawKey, 'encrypt');
  const ct = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: additional(place) },
    key,
    plain,
  );
  const box = joinBytes(iv, new Uint8Array(ct));
  return { box, key: toBase64url(rawKey), sha256: await sha256Hex(box) };
}

/** Undoes `encryptFile`; a wrong key, a changed byte or another place is `damaged`. */
export async function decryptFile(
  box: Bytes,
  key: string,
  place: FilePlace,
): Promise<Result<Bytes, { readonly type: 'damaged' }>> {
  const rawKey = fromBase64url(key);
  if (!rawKey.ok || rawKey.value.length !== 32 || box.length < IV_BYTES + TAG_BYTES)
    return err({ type: 'damaged' });
  try {
    const iv = box.subarray(0, IV_BYTES);
    const secret = await importKey(rawKey.value, 'decrypt');
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: additional(place) },
      secret,
      box.subarray(IV_BYTES),
    );
    return ok(new Uint8Array(plain));
  } catch {
    return err({ type: 'damaged' });
  }
}

const importKey = (raw: Bytes, usage: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [usage]);
