import type { ReceiptClaims } from '../contract/wire';
import { toBase64url } from './base64url';
import { utf8 } from './bytes';

/** `typ` of the JWS header: no other token of this server is a receipt. */
export const RECEIPT_TYPE = 'receipt+jwt';

/** What a receipt says, apart: nothing here is verified. */
export interface ReceiptParts {
  readonly kid: string;
  readonly claims: ReceiptClaims;
  /** base64url of 64 bytes. */
  readonly signature: string;
}

/** The header as it is signed, its keys in this order. */
export const receiptHeader = (kid: string): string =>
  JSON.stringify({ alg: 'ES256', typ: RECEIPT_TYPE, kid });

/** The claims as they are signed: always in this order, so that whoever knows them can write the same text. */
export const receiptPayload = ({ id, sha256, seq, epoch, at }: ReceiptClaims): string =>
  JSON.stringify({ id, sha256, seq, epoch, at });

/** The compact JWS of these parts, as it was when it was signed; `verifyReceipt` says whether it is one. */
export const receiptText = ({ kid, claims, signature }: ReceiptParts): string =>
  [toBase64url(utf8(receiptHeader(kid))), toBase64url(utf8(receiptPayload(claims))), signature].join('.');
