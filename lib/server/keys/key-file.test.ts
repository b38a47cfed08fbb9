import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadKeyFile } from './key-file';
import { openKeys } from './server-keys';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'setu-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('is made once, whoever starts first, and only its owner can read it', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => loadKeyFile(folder)));
  expect(new Set(all.map(({ authSecret }) => authSecret)).size).toBe(1);
  expect(await loadKeyFile(folder)).toEqual(all[0]);
  expect((await stat(path.join(folder, 'keys/server-keys.json'))).mode & 0o077).toBe(0);
});

it('is never made anew over one that is broken', async () => {
  await loadKeyFile(folder);
  await writeFile(path.join(folder, 'keys/server-keys.json'), '{"v":1}');
  await expect(loadKeyFile(folder)).rejects.toThrow('key file');
});

it('keeps older seal keys opening while the newest is published', async () => {
  const [older, newer] = [await loadKeyFile(folder), await loadKeyFile(path.join(folder, 'other'))];
  const keys = await openKeys({ ...newer, seal: [newer.seal[0], older.seal[0]] });
  expect(keys.published.seal.kid).toBe(newer.seal[0].kid);
  expect(keys.sealKey(older.seal[0].kid)).toBeDefined();
  expect(keys.sealKey('unknown')).toBeUndefined();
});

it('binds the digits of a slip to its code', async () => {
  const keys = await openKeys(await loadKeyFile(folder));
  const hmac = keys.checkHmac('K7M2-0042-X', '042917');
  expect(keys.isCheck('K7M2-0042-X', '042917', hmac)).toBe(true);
  expect(keys.isCheck('K7M2-0043-X', '042917', hmac)).toBe(false);
  expect(keys.isCheck('K7M2-0042-X', '042918', hmac)).toBe(false);
  expect(keys.isCheck('K7M2-0042-X', '042917', '')).toBe(false);
});
