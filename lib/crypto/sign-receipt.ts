import { CompactSign } from 'jose/jws/compact/sign';
import type { ReceiptClaims } from '../contract/wire';
import { utf8 } from './bytes';
import { RECEIPT_TYPE, receiptPayload } from './receipt-text';
import type { PrivateJwk } from './server-keyring';

/** The server's private key, ready to sign receipts. */
export const importReceiptPrivateKey = ({ kty, crv, x, y, d }: PrivateJwk): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ]);

/** A receipt: compact JWS over the claims. It leaves the server only after the commit that it speaks of. */
export function signReceipt(
  claims: ReceiptClaims,
  key: { readonly kid: string; readonly privateKey: CryptoKey },
): Promise<string> {
  return new CompactSign(utf8(receiptPayload(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: RECEIPT_TYPE, kid: key.kid })
    .sign(key.privateKey);
}
