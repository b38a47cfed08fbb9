import { describe, expect, test } from 'vitest';
import { decryptFile, encryptFile } from './file-box';
import { sha256Hex } from './hex';
import { createVaultKey, openJson, sealJson } from './vault';

const place = {
  submissionId: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10',
  attachmentId: '7a1d2c3b-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
};
const plain = new Uint8Array(5000).map((_, at) => at & 255);

describe('an encrypted file', () => {
  test('opens with its key, in its place', async () => {
    const file = await encryptFile(plain, place);
    expect(file.box).toHaveLength(plain.length + 28);
    expect(file.sha256).toBe(await sha256Hex(file.box));
    expect(await decryptFile(file.box, file.key, place)).toEqual({ ok: true, value: plain });
  });
  test('has a key and an IV of its own each time', async () => {
    const [one, two] = await Promise.all([encryptFile(plain, place), encryptFile(plain, place)]);
    expect(one.key).not.toBe(two.key);
    expect(one.box.subarray(0, 12)).not.toEqual(two.box.subarray(0, 12));
  });
  test('is damaged with a changed byte, another place, another key or cut short', async () => {
    const file = await encryptFile(plain, place);
    const changed = file.box.slice();
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    const { key: other } = await encryptFile(plain, place);
    const damaged = { ok: false, problem: { type: 'damaged' } };
    expect(await decryptFile(changed, file.key, place)).toEqual(damaged);
    expect(await decryptFile(file.box, file.key, { ...place, attachmentId: place.submissionId })).toEqual(
      damaged,
    );
    expect(await decryptFile(file.box, other, place)).toEqual(damaged);
    expect(await decryptFile(file.box, 'no key', place)).toEqual(damaged);
    for (const end of [0, 11, 12, 27, 28, 5000])
      expect(await decryptFile(file.box.slice(0, end), file.key, place)).toEqual(damaged);
  });
});

describe('the vault', () => {
  test('gives back what it was given', async () => {
    const vault = await createVaultKey('v1');
    const box = await sealJson(vault, { নাম: 'রহিমা', n: [1, null] }, 'draft-1');
    expect(await openJson(vault, box, 'draft-1')).toEqual({ ok: true, value: { নাম: 'রহিমা', n: [1, null] } });
    expect(Buffer.from(box.ct).toString('utf8')).not.toContain('রহিমা');
  });
  test('its key cannot be read', async () => {
    const { key } = await createVaultKey('v1');
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow('extractable');
  });
  test('a box of another row, another key or a changed byte is damaged', async () => {
    const vault = await createVaultKey('v1');
    const box = await sealJson(vault, { a: 1 }, 'draft-1');
    const changed = new Uint8Array(box.ct.slice(0));
    changed[0] = (changed[0] ?? 0) ^ 1;
    const damaged = { ok: false, problem: { type: 'damaged' } };
    expect(await openJson(vault, box, 'draft-2')).toEqual(damaged);
    expect(await openJson(await createVaultKey('v1'), box, 'draft-1')).toEqual(damaged);
    expect(await openJson({ ...vault, kid: 'v2' }, box, 'draft-1')).toEqual(damaged);
    expect(await openJson(vault, { ...box, ct: changed.buffer }, 'draft-1')).toEqual(damaged);
  });
});
