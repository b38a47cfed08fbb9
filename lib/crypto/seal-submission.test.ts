import { describe, expect, test } from 'vitest';
import { parseContract } from '../contract/parse-contract';
import { wireSubmissionSchema } from '../contract/submission-schema';
import { examplePlaintext } from '../contract/testing/examples';
import type { WireSubmission } from '../contract/wire';
import { err, ok } from '../shared/result';
import { fromBase64url, toBase64url } from './base64url';
import { utf8 } from './bytes';
import { openSubmission } from './open-submission';
import { importSealPrivateKey } from './seal-suite';
import { generateSealKeyPair } from './server-keyring';
import { sealedExample } from './testing/sealed-example';

const flip = (base64url: string): string => {
  const bytes = fromBase64url(base64url);
  if (!bytes.ok) throw new Error('no bytes');
  const at = bytes.value.length >> 1;
  bytes.value[at] = (bytes.value[at] ?? 0) ^ 1;
  return toBase64url(bytes.value);
};

describe('sealing', () => {
  test.each([
    ['with a dictionary', undefined, 'deflate-dict-1'],
    ['without one', null, 'deflate'],
  ] as const)('%s opens to the same plaintext', async (_, dictionary, z) => {
    const sealed = await sealedExample(dictionary === null ? { dictionary } : {});
    expect(sealed.submission.sealed.z).toBe(z);
    expect(await openSubmission(sealed)).toEqual({ ok: true, value: examplePlaintext });
  });
  test('makes a submission the contract accepts', async () => {
    const { submission } = await sealedExample();
    expect(parseContract(wireSubmissionSchema, submission).ok).toBe(true);
  });
  test('never makes the same bytes twice', async () => {
    const once = await sealedExample();
    const again = await sealedExample();
    expect(once.submission.sealed.enc).not.toBe(again.submission.sealed.enc);
    expect(once.submission.sealed.ct).not.toBe(again.submission.sealed.ct);
  });
  test('leaves nothing of the person readable', async () => {
    const { submission } = await sealedExample();
    expect(JSON.stringify(submission)).not.toMatch(/আক্তার|BRIEN|042917|শিউলি/);
  });
});

describe('opening refuses', () => {
  test.each<[string, (s: WireSubmission) => WireSubmission]>([
    ['another id', (s) => ({ ...s, id: s.id.replace('3f', '4f') })],
    ['another tracking code', (s) => ({ ...s, trackingCode: 'K7M2-0023-0' })],
    ['another service', (s) => ({ ...s, serviceId: 'death-registration' })],
    ['another version', (s) => ({ ...s, serviceVersion: 2 })],
    ['another time', (s) => ({ ...s, queuedAt: '2026-11-22T04:42:00.001Z' })],
    ['a predecessor that was not there', (s) => ({ ...s, supersedes: s.id })],
    ['another key name', (s) => ({ ...s, sealed: { ...s.sealed, kid: 'other' } })],
    ['another compression', (s) => ({ ...s, sealed: { ...s.sealed, z: 'deflate' } })],
    ['no attachments', (s) => ({ ...s, attachments: [] })],
    [
      'an attachment with another hash',
      (s) => ({ ...s, attachments: s.attachments.map((a) => ({ ...a, sha256: 'cd'.repeat(32) })) }),
    ],
    ['a changed ciphertext', (s) => ({ ...s, sealed: { ...s.sealed, ct: flip(s.sealed.ct) } })],
    ['a changed encapsulated key', (s) => ({ ...s, sealed: { ...s.sealed, enc: flip(s.sealed.enc) } })],
  ])('%s', async (_, change) => {
    const sealed = await sealedExample();
    expect(await openSubmission({ ...sealed, submission: change(sealed.submission) })).toEqual({
      ok: false,
      problem: { type: 'unseal-failed' },
    });
  });
  test('a key that is not there, or another one', async () => {
    const sealed = await sealedExample();
    const other = await importSealPrivateKey((await generateSealKeyPair()).privateKey);
    expect(await openSubmission({ ...sealed, privateKey: undefined })).toMatchObject({
      problem: { type: 'unknown-key' },
    });
    expect(await openSubmission({ ...sealed, privateKey: other })).toMatchObject({
      problem: { type: 'unseal-failed' },
    });
  });
  test('a dictionary it does not have, and picks the right one of several', async () => {
    const sealed = await sealedExample();
    const others = [utf8('{"something":"else"}'), utf8('')];
    expect(await openSubmission({ ...sealed, dictionaries: others })).toMatchObject({
      problem: { type: 'unknown-dictionary' },
    });
    expect(
      await openSubmission({ ...sealed, dictionaries: [...others, ...sealed.dictionaries] }),
    ).toMatchObject({ ok: true });
  });
});

describe('a plaintext packed by its form', () => {
  const packed = utf8('packed by the plan');

  test('is sealed as it was packed, and given back for unpacking with its header', async () => {
    const sealed = await sealedExample({ pack: () => packed });
    expect(sealed.submission.sealed.z).toBe('positional-1');
    const unpack = (header: WireSubmission, bytes: Uint8Array) =>
      ok({ at: header.queuedAt, bytes: [...bytes] });
    expect(await openSubmission({ ...sealed, unpack })).toEqual(
      ok({ at: sealed.submission.queuedAt, bytes: [...packed] }),
    );
  });
  test('is compressed where packing gives nothing', async () => {
    const sealed = await sealedExample({ pack: () => undefined });
    expect(sealed.submission.sealed.z).toBe('deflate-dict-1');
    expect(await openSubmission(sealed)).toEqual(ok(examplePlaintext));
  });
  test.each([
    ['by nobody here', undefined, 'unknown-dictionary'],
    ['by another plan', 'unknown-plan', 'unknown-dictionary'],
    ['by nobody at all', 'unpack-failed', 'inflate-failed'],
  ] as const)('%s is refused', async (_, type, problem) => {
    const sealed = await sealedExample({ pack: () => packed });
    const unpack = type && (() => err({ type }));
    expect(await openSubmission({ ...sealed, ...(unpack && { unpack }) })).toEqual(err({ type: problem }));
  });
});
