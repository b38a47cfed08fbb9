import { expect, it } from 'vitest';
import { generateReceiptKeyPair, generateSealKeyPair } from '../../crypto/server-keyring';
import type { KeyFile } from '../keys/key-file';
import { mergeKeys } from './merge-keys';

const made = async (secret: string): Promise<KeyFile> => ({
  v: 1,
  seal: [await generateSealKeyPair()],
  receipt: [await generateReceiptKeyPair()],
  authSecret: `auth ${secret}`.repeat(8),
  checkKey: `check ${secret}`.repeat(8),
});

it('a younger key that devices have sealed to stays, and stays the one in use', async () => {
  const [here, backup] = [await made('here'), await made('backup')];

  const merged = mergeKeys(here, backup);

  expect(merged.seal.map(({ kid }) => kid)).toEqual([here.seal[0].kid, backup.seal[0].kid]);
  expect(merged.receipt.map(({ kid }) => kid)).toEqual([here.receipt[0].kid, backup.receipt[0].kid]);
});

it('slips are checked with the key under which the rows of the backup were stored', async () => {
  const [here, backup] = [await made('here'), await made('backup')];
  expect(mergeKeys(here, backup).checkKey).toBe(backup.checkKey);
});

it('on a new machine the keys are the backup’s', async () => {
  const backup = await made('backup');
  expect(mergeKeys(null, backup)).toEqual(backup);
  expect(mergeKeys(backup, backup)).toEqual(backup);
});
