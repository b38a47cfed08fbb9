import { expect, it } from 'vitest';
import { readReceiptText } from '../../crypto/read-receipt-text';
import { verifyReceipt } from '../../crypto/receipt';
import { generateReceiptKeyPair } from '../../crypto/server-keyring';
import { importReceiptPrivateKey, signReceipt } from '../../crypto/sign-receipt';
import { createReceiptReader } from '../services/intake/quick-receipt-text';
import { createReceiptSigner } from './receipt-signer';

const claims = {
  id: '3f2b8f0e-5d0c-4a8e-9b57-0d3c1a6e7f10',
  sha256: 'ab'.repeat(32),
  seq: 7,
  epoch: 'e1',
  at: '2026-11-22T04:42:09.120Z',
};

it('signs what the reference signs, so that anybody can verify it', async () => {
  const pair = await generateReceiptKeyPair();
  const reference = await signReceipt(claims, {
    kid: pair.kid,
    privateKey: await importReceiptPrivateKey(pair.privateKey),
  });
  const quick = await createReceiptSigner(pair)(claims);
  expect(quick.split('.').slice(0, 2)).toEqual(reference.split('.').slice(0, 2));
  expect(await verifyReceipt(quick, { keys: [pair], expected: claims })).toEqual({ ok: true, value: claims });
  const other = await generateReceiptKeyPair();
  const stranger = await createReceiptSigner({ ...other, kid: pair.kid })(claims);
  expect((await verifyReceipt(stranger, { keys: [pair], expected: claims })).ok).toBe(false);
});

it('is read by the quick reader as by the reference, whatever was changed in it', async () => {
  const pair = await generateReceiptKeyPair();
  const sign = createReceiptSigner(pair);
  const first = await sign(claims);
  const second = await sign({ ...claims, seq: 8 });
  const unread = [
    { ...claims, seq: -1 },
    { ...claims, at: '2026-02-30T00:00:00Z' },
  ].map((bad) => sign(bad));
  const texts = [second, ...(await Promise.all(unread)), `${second}.x`, second.slice(0, -1), second.slice(1)];
  for (const at of [60, 120, 200, 300])
    texts.push(
      `${second.slice(0, at)}A${second.slice(at + 1)}`,
      `${second.slice(0, at)}=${second.slice(at)}`,
    );
  const [header, payload, signature] = second.split('.');
  for (const spelling of [`${payload}=`, `${payload} `, `${payload}.`])
    texts.push([header, spelling, signature].join('.'));
  const read = createReceiptReader();
  expect(read(first)).toEqual(readReceiptText(first));
  expect(read(first)?.claims).toEqual(claims);
  for (const text of texts) expect(read(text)).toEqual(readReceiptText(text));
});
