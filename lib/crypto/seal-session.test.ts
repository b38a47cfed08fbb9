import { beforeAll, describe, expect, test } from 'vitest';
import { parseContract } from '../contract/parse-contract';
import { wireSubmissionSchema } from '../contract/submission-schema';
import { examplePlaintext } from '../contract/testing/examples';
import type { WireSubmission } from '../contract/wire';
import { openSubmission } from './open-submission';
import { ONE_TIME_IV } from './seal-chain';
import { beginSealSession, type SealSession } from './seal-session';
import { sealSubmission } from './seal-submission';
import { importSealPrivateKey } from './seal-suite';
import { generateSealKeyPair, type ServerKeyPair } from './server-keyring';
import { submissionHash } from './submission-hash';
import { flipMiddle } from './testing/flip-middle';
import { exampleHeader } from './testing/sealed-example';

let pair: ServerKeyPair;
let privateKey: CryptoKey;
beforeAll(async () => {
  pair = await generateSealKeyPair();
  privateKey = await importSealPrivateKey(pair.privateKey);
});

async function sealNext(session: SealSession): Promise<WireSubmission> {
  const key = await session.take();
  if (key === undefined) throw new Error('the session is used up');
  return sealSubmission({ header: exampleHeader, plaintext: examplePlaintext, key });
}

const open = (submission: WireSubmission) => openSubmission({ submission, privateKey, dictionaries: [] });
const FAILED = { ok: false, problem: { type: 'unseal-failed' } };

describe('a session', () => {
  test('seals 64 submissions with keys numbered from 0, and then no more', async () => {
    const session = await beginSealSession(pair);
    const sealed = [];
    for (let n = 0; n < 64; n += 1) sealed.push(await sealNext(session));
    expect(sealed.map((one) => one.sealed.n)).toEqual(Array.from({ length: 64 }, (_, n) => n));
    expect(new Set(sealed.map((one) => one.sealed.enc)).size).toBe(1);
    expect(await session.take()).toBeUndefined();
    for (const n of [0, 1, 33, 63])
      expect(await open(sealed[n] ?? exampleNone())).toEqual({ ok: true, value: examplePlaintext });
  });

  test('gives each number once when many ask at the same moment', async () => {
    const session = await beginSealSession(pair);
    const keys = await Promise.all(Array.from({ length: 70 }, () => session.take()));
    const numbers = keys.flatMap((key) => (key ? [key.n] : []));
    expect(numbers).toEqual(Array.from({ length: 64 }, (_, n) => n));
    const said = await Promise.all(keys.flatMap((key) => (key ? [streamOf(key.key)] : [])));
    expect(new Set(said).size).toBe(64);
  });

  test('hands out keys that can neither be read nor asked to open', async () => {
    const key = (await (await beginSealSession(pair)).take())?.key;
    if (key === undefined) throw new Error('no key');
    expect(key.usages).toEqual(['encrypt']);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow('extractable');
  });

  test('seals the same application twice into two different submissions', async () => {
    const session = await beginSealSession(pair);
    const [one, two] = [await sealNext(session), await sealNext(session)];
    expect(one.sealed.ct).not.toBe(two.sealed.ct);
    expect(await submissionHash(one)).not.toBe(await submissionHash(two));
  });

  test('makes what the contract accepts, up to the last number', async () => {
    const sealed = await sealNext(await beginSealSession(pair));
    const numbered = (n: unknown) => ({ ...sealed, sealed: { ...sealed.sealed, n } });
    for (const n of [0, 63]) expect(parseContract(wireSubmissionSchema, numbered(n)).ok, `${n}`).toBe(true);
    for (const n of [-1, 64, 0.5, '0', null, 1e300])
      expect(parseContract(wireSubmissionSchema, numbered(n)).ok, `${n}`).toBe(false);
  });
});

describe('opening refuses a submission of a session with', () => {
  test.each<[string, (s: WireSubmission) => WireSubmission]>([
    ['another number', (s) => ({ ...s, sealed: { ...s.sealed, n: 2 } })],
    ['the number of its neighbour', (s) => ({ ...s, sealed: { ...s.sealed, n: 0 } })],
    ['no number', ({ sealed: { n: _, ...sealed }, ...s }) => ({ ...s, sealed })],
    ['another encapsulated key', (s) => ({ ...s, sealed: { ...s.sealed, enc: flipMiddle(s.sealed.enc) } })],
    [
      'the other point of the same x',
      (s) => ({ ...s, sealed: { ...s.sealed, enc: otherSign(s.sealed.enc) } }),
    ],
    ['another ciphertext', (s) => ({ ...s, sealed: { ...s.sealed, ct: flipMiddle(s.sealed.ct) } })],
    ['another key name', (s) => ({ ...s, sealed: { ...s.sealed, kid: 'other' } })],
    ['another id', (s) => ({ ...s, id: s.id.replace('3f', '4f') })],
    ['another time', (s) => ({ ...s, queuedAt: '2026-11-22T04:42:00.001Z' })],
    ['no attachments', (s) => ({ ...s, attachments: [] })],
  ])('%s', async (_, change) => {
    const session = await beginSealSession(pair);
    await session.take();
    const sealed = await sealNext(session);
    expect(await open(sealed)).toMatchObject({ ok: true });
    expect(await open(change(sealed))).toEqual(FAILED);
  });

  test('a number where there was none', async () => {
    const single = await sealSubmission({ header: exampleHeader, plaintext: examplePlaintext, key: pair });
    expect(await open({ ...single, sealed: { ...single.sealed, n: 0 } })).toEqual(FAILED);
  });
});

test('twenty sessions, 1,280 keys: each is another one', { timeout: 30_000 }, async () => {
  const sessions = await Promise.all(Array.from({ length: 20 }, () => beginSealSession(pair)));
  const keys = await Promise.all(
    sessions.flatMap((session) => Array.from({ length: 64 }, () => session.take())),
  );
  const streams = await Promise.all(keys.flatMap((key) => (key ? [streamOf(key.key)] : [])));
  expect(new Set(streams).size).toBe(1280);
  expect(new Set(keys.map((key) => `${key?.enc} ${key?.n}`)).size).toBe(1280);
});

/** What a key makes of zeros: tells keys apart that cannot be read. */
async function streamOf(key: CryptoKey): Promise<string> {
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: ONE_TIME_IV }, key, new Uint8Array(16));
  return Buffer.from(ct).toString('hex');
}

function otherSign(enc: string): string {
  const bytes = Buffer.from(enc, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64url');
}

function exampleNone(): never {
  throw new Error('not sealed');
}
