import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ServerKeyPair } from '../../crypto/server-keyring';
import { generateReceiptKeyPair, generateSealKeyPair } from '../../crypto/server-keyring';
import { assert } from '../../shared/assert';
import { createDurably } from '../storage/durable-file';

/** Secrets of one deployment. The first key of a list is the current one; older ones still open and verify. */
export interface KeyFile {
  readonly v: 1;
  readonly seal: readonly [ServerKeyPair, ...ServerKeyPair[]];
  readonly receipt: readonly [ServerKeyPair, ...ServerKeyPair[]];
  /** Signs session cookies. */
  readonly authSecret: string;
  /** Keys the HMAC over a slip's six digits. base64url, 32 bytes. */
  readonly checkKey: string;
}

/** Reads the key file of a data folder; makes it at the first start. Losing it means losing what was sealed to it. */
export async function loadKeyFile(dataDir: string): Promise<KeyFile> {
  const file = path.join(dataDir, 'keys', 'server-keys.json');
  const existing = await readIfThere(file);
  if (existing) return parseKeyFile(existing);
  // Two processes may start at once: only one file wins, and both read that one.
  await createDurably(file, Buffer.from(JSON.stringify(await makeKeyFile(), null, 2)));
  return parseKeyFile(await readFile(file, 'utf8'));
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A key file that is one of ours and whole. Throws otherwise: a broken one must never be replaced by a new one. */
export function parseKeyFile(text: string): KeyFile {
  const file = JSON.parse(text) as Partial<KeyFile>;
  assert(
    file.v === 1 && file.seal?.[0] && file.receipt?.[0],
    'the key file of the data folder is not one of ours',
  );
  assert(
    (file.authSecret?.length ?? 0) >= 32 && (file.checkKey?.length ?? 0) >= 32,
    'a secret of the key file is too short',
  );
  return file as KeyFile;
}

async function makeKeyFile(): Promise<KeyFile> {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    v: 1,
    seal: [await generateSealKeyPair()],
    receipt: [await generateReceiptKeyPair()],
    authSecret: secret(),
    checkKey: secret(),
  };
}
