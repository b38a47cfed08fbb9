import { type Bytes, utf8 } from './bytes';

/** `info` of RFC 9180 for the encapsulated key of a session. */
export const SESSION_INFO = utf8('sheba-setu session v1');
/** Exporter context of RFC 9180, section 5.3: the first link of the chain comes out under it. */
export const CHAIN_LABEL = utf8('sheba-setu seal chain');
export const LINK_BYTES = 32;
/** Each one-time key seals once, so its IV need not differ from that of another. */
export const ONE_TIME_IV: Bytes = new Uint8Array(12);

/** What HMAC-SHA-256 under a link is asked for: the key of this number, and the link of the next. */
export const FOR_KEY: Bytes = new Uint8Array([1]);
export const FOR_NEXT: Bytes = new Uint8Array([2]);

/** The one-time key of a link and the link behind it. Nobody gets from the next link back to this one. */
export async function turnChain(link: Bytes): Promise<{ readonly key: Bytes; readonly next: Bytes }> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const under = await crypto.subtle.importKey('raw', link, hmac, false, ['sign']);
  const [key, next] = await Promise.all(
    [FOR_KEY, FOR_NEXT].map((word) => crypto.subtle.sign(hmac, under, word)),
  );
  return { key: new Uint8Array(key ?? []), next: new Uint8Array(next ?? []) };
}
