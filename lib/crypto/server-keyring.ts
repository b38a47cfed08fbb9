import type { PublicJwk } from '../contract/wire';
import { toBase64url } from './base64url';
import { utf8 } from './bytes';

/** Private half of a P-256 key pair, RFC 7517. Never leaves the server. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string;
}

export interface ServerKeyPair {
  /** First eight characters of the RFC 7638 thumbprint: short, because it travels with every submission. */
  readonly kid: string;
  readonly publicKey: PublicJwk;
  readonly privateKey: PrivateJwk;
}

/** A new key pair to seal submissions to. */
export const generateSealKeyPair = (): Promise<ServerKeyPair> =>
  generate({ name: 'ECDH', namedCurve: 'P-256' }, ['deriveBits']);

/** A new key pair to sign receipts with. */
export const generateReceiptKeyPair = (): Promise<ServerKeyPair> =>
  generate({ name: 'ECDSA', namedCurve: 'P-256' }, ['sign', 'verify']);

async function generate(algorithm: EcKeyGenParams, usages: readonly KeyUsage[]): Promise<ServerKeyPair> {
  const pair = (await crypto.subtle.generateKey(algorithm, true, [...usages])) as CryptoKeyPair;
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const publicKey: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
  return { kid: await keyId(publicKey), publicKey, privateKey: { ...publicKey, d } };
}

/** Name of a key, computed from the key itself. */
export async function keyId({ x, y }: PublicJwk): Promise<string> {
  // RFC 7638: the required members in this order, no spaces.
  const canonical = utf8(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }));
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', canonical))).slice(0, 8);
}
