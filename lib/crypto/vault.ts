import { err, ok, type Result } from '../shared/result';
import { utf8, utf8Text } from './bytes';

/** AES-256-GCM under the vault key `kid`: 12-byte IV and ciphertext. */
export interface VaultBox {
  readonly kid: string;
  readonly iv: ArrayBuffer;
  readonly ct: ArrayBuffer;
}

export interface VaultKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** A key that scripts can use but never read. IndexedDB can hold it as it is. */
export async function createVaultKey(kid: string): Promise<VaultKey> {
  return {
    kid,
    key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  };
}

/** Encrypts a JSON value; `about` (the draft's id) is bound to it, so that boxes cannot be swapped between rows. */
export async function sealJson(vault: VaultKey, value: unknown, about: string): Promise<VaultBox> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const ct = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(about) },
    vault.key,
    utf8(JSON.stringify(value)),
  );
  return { kid: vault.kid, iv: iv.buffer, ct };
}

/** Opens a box; another key, another row or a changed byte is `damaged`. The value is as it was put in, unread. */
export async function openJson(
  vault: VaultKey,
  box: VaultBox,
  about: string,
): Promise<Result<unknown, { readonly type: 'damaged' }>> {
  if (box.kid !== vault.kid) return err({ type: 'damaged' });
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: box.iv, additionalData: utf8(about) },
      vault.key,
      box.ct,
    );
    return ok(JSON.parse(utf8Text(new Uint8Array(plain))));
  } catch {
    return err({ type: 'damaged' });
  }
}
