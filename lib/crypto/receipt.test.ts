import { CompactSign } from 'jose/jws/compact/sign';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReceiptClaims } from '../contract/wire';
import { toBase64url } from './base64url';
import { utf8 } from './bytes';
import { verifyReceipt } from './receipt';
import { generateReceiptKeyPair, type ServerKeyPair } from './server-keyring';
import { importReceiptPrivateKey, signReceipt } from './sign-receipt';

const claims: ReceiptClaims = {
  id: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10',
  sha256: 'ab'.repeat(32),
  seq: 7,
  epoch: 'e1',
  at: '2026-11-22T04:42:09.120Z',
};
const expected = { id: claims.id, sha256: claims.sha256 };
let pair: ServerKeyPair;
let signing: { kid: string; privateKey: CryptoKey };
let jws: string;

beforeAll(async () => {
  pair = await generateReceiptKeyPair();
  signing = { kid: pair.kid, privateKey: await importReceiptPrivateKey(pair.privateKey) };
  jws = await signReceipt(claims, signing);
});

const verify = (token: string, against = expected) =>
  verifyReceipt(token, { keys: [pair], expected: against });
const forge = (header: object, payload: unknown = claims) =>
  new CompactSign(utf8(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: 'receipt+jwt', kid: pair.kid, ...header })
    .sign(signing.privateKey);
const part = (value: unknown) => toBase64url(utf8(JSON.stringify(value)));

test('a signed receipt gives its claims', async () => {
  expect(await verify(jws)).toEqual({ ok: true, value: claims });
});

describe('no receipt is', () => {
  test.each<[string, () => string | Promise<string>, string]>([
    ['a page of a hotspot', () => '<html></html>', 'signature'],
    ['nothing', () => '', 'signature'],
    [
      'one without signature',
      () => `${part({ alg: 'none', typ: 'receipt+jwt', kid: pair.kid })}.${part(claims)}.`,
      'signature',
    ],
    ['one of another type', () => forge({ typ: 'JWT' }), 'claims'],
    ['one without type', () => forge({ typ: undefined }), 'claims'],
    ['one with further claims', () => forge({}, { ...claims, admin: true }), 'claims'],
    ['one without a sequence', () => forge({}, { ...claims, seq: undefined }), 'claims'],
    ['one that says null', () => forge({}, null), 'claims'],
    ['one by an unknown key', () => forge({ kid: 'unknown' }), 'unknown-key'],
    ['one without key name', () => forge({ kid: undefined }), 'unknown-key'],
    ['one for other bytes', () => forge({}, { ...claims, sha256: 'cd'.repeat(32) }), 'other-submission'],
    [
      'one for another submission',
      () => forge({}, { ...claims, id: claims.id.replace('3f', '4f') }),
      'other-submission',
    ],
    [
      'one with a changed payload',
      () => jws.replace(/\..*\./, `.${part({ ...claims, seq: 8 })}.`),
      'signature',
    ],
    ['one cut short', () => jws.slice(0, -4), 'signature'],
  ])('%s', async (_, make, why) => {
    expect(await verify(await make())).toEqual({ ok: false, problem: { type: 'receipt-not-verified', why } });
  });
  test('one signed by a stranger under our key name', async () => {
    const stranger = await generateReceiptKeyPair();
    const forged = await signReceipt(claims, {
      kid: pair.kid,
      privateKey: await importReceiptPrivateKey(stranger.privateKey),
    });
    expect(await verify(forged)).toMatchObject({ problem: { why: 'signature' } });
  });
  test('one made with the public key as a shared secret', async () => {
    const secret = await crypto.subtle.importKey(
      'raw',
      utf8(JSON.stringify(pair.publicKey)),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const forged = await new CompactSign(utf8(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'HS256', typ: 'receipt+jwt', kid: pair.kid })
      .sign(secret);
    expect(await verify(forged)).toMatchObject({ problem: { why: 'signature' } });
  });
});
