import { ECDH } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { examplePlaintext } from '../../contract/testing/examples';
import type { WireSubmission } from '../../contract/wire';
import { beginSealSession, type SealSession } from '../../crypto/seal-session';
import { sealSubmission } from '../../crypto/seal-submission';
import { importSealPrivateKey } from '../../crypto/seal-suite';
import { generateSealKeyPair, type ServerKeyPair } from '../../crypto/server-keyring';
import { flipMiddle } from '../../crypto/testing/flip-middle';
import { exampleHeader } from '../../crypto/testing/sealed-example';
import { type Unseal, unsealWith } from '../../crypto/unseal';
import { createFastUnseal } from './fast-unseal';

let pair: ServerKeyPair;
let reference: Unseal;
let fast: Unseal;
beforeAll(async () => {
  pair = await generateSealKeyPair();
  const privateKey = await importSealPrivateKey(pair.privateKey);
  reference = unsealWith(privateKey);
  fast = createFastUnseal(privateKey);
});

const seal = async (session: SealSession) => {
  const key = await session.take();
  return sealSubmission({ header: exampleHeader, plaintext: examplePlaintext, key: key ?? pair });
};

it('opens what the reference opens, in any order and again', async () => {
  const session = await beginSealSession(pair);
  const all: WireSubmission[] = [];
  for (let n = 0; n < 65; n += 1) all.push(await seal(session));
  expect(all.at(-1)?.sealed.n).toBeUndefined();
  for (const n of [63, 0, 31, 0, 64, 63]) {
    const one = all[n];
    if (!one) throw new Error('not sealed');
    const packed = await fast(one);
    expect(packed).toBeDefined();
    expect(packed).toEqual(await reference(one));
  }
});

it('refuses what the reference refuses, and opens the next one all the same', async () => {
  const session = await beginSealSession(pair);
  const good = await seal(session);
  const { sealed } = good;
  const bent = [
    { n: 1 },
    { enc: flipMiddle(sealed.enc) },
    { enc: 'A'.repeat(44) },
    { enc: '' },
    { ct: flipMiddle(sealed.ct) },
    { ct: sealed.ct.slice(0, 20) },
    { ct: '' },
  ];
  for (const change of bent) {
    const one = { ...good, sealed: { ...sealed, ...change } };
    expect(await fast(one), JSON.stringify(change)).toBeUndefined();
    expect(await reference(one), JSON.stringify(change)).toBeUndefined();
  }
  expect(await fast(good)).toBeDefined();
  expect(await fast(await seal(session))).toBeDefined();
});

it('opens and refuses single shots as the reference does', async () => {
  for (let n = 0; n < 8; n += 1) {
    const shot = await sealSubmission({ header: exampleHeader, plaintext: examplePlaintext, key: pair });
    const { sealed } = shot;
    expect(sealed.n).toBeUndefined();
    expect(await fast(shot)).toBeDefined();
    expect(await fast(shot)).toEqual(await reference(shot));
    const other = { ...shot, trackingCode: 'K7M2-0001-0' };
    const bent = [
      { n: 0 },
      { enc: flipMiddle(sealed.enc) },
      { enc: 'A'.repeat(44) },
      { ct: flipMiddle(sealed.ct) },
      { ct: '' },
    ];
    for (const one of [other, ...bent.map((change) => ({ ...shot, sealed: { ...sealed, ...change } }))]) {
      expect(await fast(one)).toBeUndefined();
      expect(await reference(one)).toBeUndefined();
    }
  }
});

it('takes an encapsulated key in the one spelling of the protocol', async () => {
  const shot = await sealSubmission({ header: exampleHeader, plaintext: examplePlaintext, key: pair });
  const compressed = Buffer.from(shot.sealed.enc, 'base64url');
  const whole = ECDH.convertKey(compressed, 'prime256v1', undefined, 'base64url', 'uncompressed') as string;
  for (const n of [undefined, 0]) {
    const { n: _, ...sealed } = shot.sealed;
    const spelled = { ...shot, sealed: { ...sealed, enc: whole, ...(n === undefined ? {} : { n }) } };
    expect(await fast(spelled)).toBeUndefined();
    expect(await reference(spelled)).toBeUndefined();
  }
});

it('goes on opening when more sessions came by than it remembers', async () => {
  const session = await beginSealSession(pair);
  const [first, second] = [await seal(session), await seal(session)];
  expect(await fast(first)).toBeDefined();
  const strange = Array.from({ length: 1100 }, (_, n) => ({
    ...first,
    sealed: {
      ...first.sealed,
      enc: Buffer.alloc(33, n % 250)
        .fill(n >> 8, 1, 5)
        .toString('base64url'),
    },
  }));
  await Promise.all(strange.map(fast));
  expect(await fast(second)).toBeDefined();
});
