import { createPrivateKey, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { ReceiptClaims } from '../../contract/wire';
import { receiptHeader, receiptPayload } from '../../crypto/receipt-text';
import type { ServerKeyPair } from '../../crypto/server-keyring';

/** Signs receipts as `signReceipt` does, the curve on another thread: a batch asks for 200, and meanwhile others are read. */
export function createReceiptSigner({
  kid,
  privateKey,
}: ServerKeyPair): (claims: ReceiptClaims) => Promise<string> {
  const { kty, crv, x, y, d } = privateKey;
  const key = createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' });
  const header = base64url(receiptHeader(kid));
  return async (claims) => {
    const signed = `${header}.${base64url(receiptPayload(claims))}`;
    // RFC 7518, section 3.4: r and s one behind the other, not DER.
    const signature = await signOnThread('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
    return `${signed}.${signature.toString('base64url')}`;
  };
}

const signOnThread = promisify(sign);

const base64url = (text: string) => Buffer.from(text).toString('base64url');
