import { describe, expect, test } from 'vitest';
import { changePin, createDeviceKey, createLockedVault, openPinLock, PIN_ROUNDS } from './pin-lock';
import { openJson, sealJson } from './vault';

/** Tests of everything but the number itself need no 600,000 rounds. */
const FEW = 1000;
const newSecret = async (pin = '482915') => ({ pin, deviceKey: await createDeviceKey(), kid: 'k1' });

describe('a vault key behind a PIN', () => {
  test('opens what was sealed, with the PIN it was made with', async () => {
    const secret = await newSecret();
    const { key, lock } = await createLockedVault(secret, FEW);
    const box = await sealJson(key, { name: 'রহিমা' }, 'draft-1');
    const opened = await openPinLock(lock, secret);
    expect(opened.ok && (await openJson(opened.value, box, 'draft-1'))).toEqual({
      ok: true,
      value: { name: 'রহিমা' },
    });
  });

  test.each([
    ['another PIN', async (secret: Secret) => ({ ...secret, pin: '482916' })],
    ['no PIN', async (secret: Secret) => ({ ...secret, pin: '' })],
    ['another device', async (secret: Secret) => ({ ...secret, deviceKey: await createDeviceKey() })],
    ['the name of another key', async (secret: Secret) => ({ ...secret, kid: 'k2' })],
  ])('does not open with %s', async (_, change) => {
    const secret = await newSecret();
    const { lock } = await createLockedVault(secret, FEW);
    expect(await openPinLock(lock, await change(secret))).toEqual({
      ok: false,
      problem: { type: 'wrong-pin' },
    });
  });

  test('does not open when a byte of the lock changed', async () => {
    const secret = await newSecret();
    const { lock } = await createLockedVault(secret, FEW);
    for (const part of ['salt', 'iv', 'wrapped'] as const) {
      const changed = new Uint8Array(lock[part].slice(0));
      changed[0] = (changed[0] ?? 0) ^ 1;
      expect((await openPinLock({ ...lock, [part]: changed.buffer }, secret)).ok, part).toBe(false);
    }
  });

  test('no script can read the keys', async () => {
    const secret = await newSecret();
    const { key, lock } = await createLockedVault(secret, FEW);
    const opened = await openPinLock(lock, secret);
    for (const one of [key.key, secret.deviceKey, opened.ok && opened.value.key])
      await expect(crypto.subtle.exportKey('raw', one as CryptoKey)).rejects.toThrow();
  });

  test('a changed PIN opens the same vault, the old one nothing', async () => {
    const secret = await newSecret();
    const { key, lock } = await createLockedVault(secret, FEW);
    const box = await sealJson(key, 'kept', 'draft-1');
    const changed = await changePin(lock, secret, '730164');
    if (!changed.ok) throw new Error('the old PIN was right');
    expect((await openPinLock(changed.value, secret)).ok).toBe(false);
    const opened = await openPinLock(changed.value, { ...secret, pin: '730164' });
    expect(opened.ok && (await openJson(opened.value, box, 'draft-1'))).toEqual({ ok: true, value: 'kept' });
    expect((await changePin(lock, { ...secret, pin: '000001' }, '730164')).ok).toBe(false);
  });

  test('costs a thief what ASVS 5.0 asks for', async () => {
    const { lock } = await createLockedVault(await newSecret());
    expect(lock.rounds).toBe(PIN_ROUNDS);
    expect(lock.rounds).toBeGreaterThanOrEqual(600_000);
    expect(lock.salt.byteLength).toBe(16);
  });

  test('two locks with one PIN have nothing in common', async () => {
    const secret = await newSecret();
    const [one, other] = [await createLockedVault(secret, FEW), await createLockedVault(secret, FEW)];
    expect(new Uint8Array(one.lock.salt)).not.toEqual(new Uint8Array(other.lock.salt));
    expect(new Uint8Array(one.lock.wrapped)).not.toEqual(new Uint8Array(other.lock.wrapped));
  });
});

type Secret = Awaited<ReturnType<typeof newSecret>>;
