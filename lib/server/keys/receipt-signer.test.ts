import { expect, it } from 'vitest';
import { verifyReceipt } from '../../crypto/receipt';
import { generateReceiptKeyPair } from '../../crypto/server-keyring';
import { importReceiptPrivateKey, signReceipt } from '../../crypto/sign-receipt';
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
  const quick = createReceiptSigner(pair)(claims);
  expect(quick.split('.').slice(0, 2)).toEqual(reference.split('.').slice(0, 2));
  expect(await verifyReceipt(quick, { keys: [pair], expected: claims })).toEqual({ ok: true, value: claims });
  const other = await generateReceiptKeyPair();
  const stranger = createReceiptSigner({ ...other, kid: pair.kid })(claims);
  expect((await verifyReceipt(stranger, { keys: [pair], expected: claims })).ok).toBe(false);
});
