import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReceiptClaims, ServerKeys, TicketClaims } from '../../contract/wire';
import { importReceiptPrivateKey } from '../../crypto/sign-receipt';
import { signTicket } from '../../crypto/sign-ticket';
import { verifyTicket } from '../../crypto/ticket';
import type { KeyFile } from './key-file';
import { createReceiptSigner } from './receipt-signer';
import { openSealKeys, type SealKey } from './seal-keys';

/** What the server can do with its keys. The keys themselves stay inside. */
export interface ServerKeyring {
  /** Public halves of the current keys. */
  readonly published: ServerKeys;
  /** The private key a seal was made for, and what opens with it; undefined when it is none of ours. */
  sealKey(kid: string): SealKey | undefined;
  sign(claims: ReceiptClaims): Promise<string>;
  signTicket(claims: TicketClaims): Promise<string>;
  /** What a ticket says; null when this server never signed it. Older keys still count: a ticket has no end. */
  readTicket(jws: string): Promise<TicketClaims | null>;
  /** HMAC of a slip's digits, bound to its tracking code. */
  checkHmac(trackingCode: string, check: string): string;
  /** Compares in constant time, also with an HMAC that is not there. */
  isCheck(trackingCode: string, check: string, hmac: string): boolean;
}

export async function openKeys(file: KeyFile): Promise<ServerKeyring> {
  const [seal] = file.seal;
  const [receipt] = file.receipt;
  const sign = createReceiptSigner(receipt);
  const ticketSigner = { kid: receipt.kid, privateKey: await importReceiptPrivateKey(receipt.privateKey) };
  const checkKey = Buffer.from(file.checkKey, 'base64url');
  const hmac = (trackingCode: string, check: string) =>
    createHmac('sha256', checkKey).update(`${trackingCode}|${check}`).digest();
  return {
    published: {
      seal: { kid: seal.kid, publicKey: seal.publicKey },
      receipt: { kid: receipt.kid, publicKey: receipt.publicKey },
    },
    sealKey: await openSealKeys(file.seal),
    sign,
    signTicket: (claims) => signTicket(claims, ticketSigner),
    async readTicket(jws) {
      const claims = await verifyTicket(jws, file.receipt);
      return claims.ok ? claims.value : null;
    },
    checkHmac: (trackingCode, check) => hmac(trackingCode, check).toString('hex'),
    isCheck(trackingCode, check, stored) {
      const expected = Buffer.alloc(32);
      Buffer.from(stored, 'hex').copy(expected);
      return timingSafeEqual(hmac(trackingCode, check), expected) && stored.length === 64;
    },
  };
}
