import { err, ok, type Result } from '../shared/result';
import { utf8 } from './bytes';
import type { VaultKey } from './vault';

/** ASVS 5.0 appendix C: PBKDF2-HMAC-SHA-256 with 600,000 rounds or more. Written into each lock, so that it can grow. */
export const PIN_ROUNDS = 600_000;

/** A vault key behind a PIN: useless without the PIN, and without the key of the device it was made on. */
export interface PinLock {
  readonly salt: ArrayBuffer;
  readonly rounds: number;
  readonly iv: ArrayBuffer;
  /** The vault key's 32 bytes under AES-256-GCM. */
  readonly wrapped: ArrayBuffer;
}

/** What a lock is made and opened with. `deviceKey` comes from `createDeviceKey`; `kid` names the vault key and is bound to the lock. */
export interface PinSecret {
  readonly pin: string;
  readonly deviceKey: CryptoKey;
  readonly kid: string;
}

/** The device's half of every lock on it: scripts can use it and never read it. IndexedDB can hold it as it is. */
export function createDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** A new vault key and its lock. The key that is given back cannot be read either; only the lock holds its bytes. */
export async function createLockedVault(
  secret: PinSecret,
  rounds: number = PIN_ROUNDS,
): Promise<{ readonly key: VaultKey; readonly lock: PinLock }> {
  const lockable = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
    'decrypt',
  ]);
  const lock = await lockWith(lockable, secret, rounds);
  const raw = await crypto.subtle.exportKey('raw', lockable);
  return { key: { kid: secret.kid, key: await vaultKeyOf(raw) }, lock };
}

/** Opens a lock. Another PIN, another device or a changed byte is `wrong-pin`: nothing tells them apart. */
export async function openPinLock(
  lock: PinLock,
  secret: PinSecret,
): Promise<Result<VaultKey, { readonly type: 'wrong-pin' }>> {
  const raw = await rawKey(lock, secret);
  return raw === null ? err({ type: 'wrong-pin' }) : ok({ kid: secret.kid, key: await vaultKeyOf(raw) });
}

/** The same vault key behind another PIN. */
export async function changePin(
  lock: PinLock,
  secret: PinSecret,
  newPin: string,
): Promise<Result<PinLock, { readonly type: 'wrong-pin' }>> {
  const raw = await rawKey(lock, secret);
  if (raw === null) return err({ type: 'wrong-pin' });
  const lockable = await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt', 'decrypt']);
  return ok(await lockWith(lockable, { ...secret, pin: newPin }, Math.max(PIN_ROUNDS, lock.rounds)));
}

async function lockWith(key: CryptoKey, secret: PinSecret, rounds: number): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16)).buffer;
  const iv = crypto.getRandomValues(new Uint8Array(12)).buffer;
  const wrapping = await wrappingKey(secret, salt, rounds);
  const wrapped = await crypto.subtle.wrapKey('raw', key, wrapping, gcm(iv, secret.kid));
  return { salt, rounds, iv, wrapped };
}

async function rawKey(
  { salt, rounds, iv, wrapped }: PinLock,
  secret: PinSecret,
): Promise<ArrayBuffer | null> {
  const wrapping = await wrappingKey(secret, salt, rounds);
  return crypto.subtle.decrypt(gcm(iv, secret.kid), wrapping, wrapped).catch(() => null);
}

/** HMAC(device key, PBKDF2(PIN)): a copied PIN opens nothing elsewhere, and a script on the device cannot try PINs faster than PBKDF2. */
async function wrappingKey(
  { pin, deviceKey }: PinSecret,
  salt: ArrayBuffer,
  rounds: number,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    256,
  );
  const bound = await crypto.subtle.sign('HMAC', deviceKey, stretched);
  return crypto.subtle.importKey('raw', bound, 'AES-GCM', false, ['wrapKey', 'decrypt']);
}

const vaultKeyOf = (raw: ArrayBuffer) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

const gcm = (iv: ArrayBuffer, kid: string) => ({ name: 'AES-GCM', iv, additionalData: utf8(kid) });
