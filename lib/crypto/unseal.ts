import type { WireSubmission } from '../contract/wire';
import { fromBase64url } from './base64url';
import type { Bytes } from './bytes';
import { canonicalHeader } from './canonical-header';
import { decompressPoint } from './point-compression';
import { CHAIN_LABEL, LINK_BYTES, ONE_TIME_IV, SESSION_INFO, turnChain } from './seal-chain';
import { SEAL_INFO, sealSuite } from './seal-suite';

/** The compressed plaintext behind a seal; undefined when it does not open. Never throws. */
export type Unseal = (submission: WireSubmission) => Promise<Bytes | undefined>;

/** Opens seals of both kinds with a private key, each from the beginning: the reference for anything faster. */
export const unsealWith =
  (recipientKey: CryptoKey): Unseal =>
  async (submission) => {
    const enc = fromBase64url(submission.sealed.enc);
    const ct = fromBase64url(submission.sealed.ct);
    const point = enc.ok && decompressPoint(enc.value);
    if (!point || !ct.ok) return undefined;
    const aad = canonicalHeader(submission);
    const { n } = submission.sealed;
    try {
      if (n === undefined) {
        const context = await sealSuite.createRecipientContext({ recipientKey, enc: point, info: SEAL_INFO });
        return new Uint8Array(await context.open(ct.value, aad));
      }
      let link = await firstLink(recipientKey, point);
      for (let before = 0; before < n; before++) link = (await turnChain(link)).next;
      const raw = (await turnChain(link)).key;
      const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
      const algorithm = { name: 'AES-GCM', iv: ONE_TIME_IV, additionalData: aad };
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, ct.value));
    } catch {
      return undefined;
    }
  };

/** First link of the chain of a session, by its encapsulated key (65 bytes). Throws when they do not fit. */
export async function firstLink(recipientKey: CryptoKey, enc: Bytes): Promise<Bytes> {
  const context = await sealSuite.createRecipientContext({ recipientKey, enc, info: SESSION_INFO });
  return new Uint8Array(await context.export(CHAIN_LABEL, LINK_BYTES));
}
