import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { PublicJwk } from '../contract/wire';
import { utf8 } from './bytes';
import type { PrivateJwk } from './server-keyring';

/** `info` of RFC 9180, the same on both sides. */
export const SEAL_INFO = utf8('sheba-setu submission v1');

/** DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM in base mode. */
export const sealSuite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** The server's public key, ready to seal to. */
export const importSealPublicKey = ({ kty, crv, x, y }: PublicJwk): Promise<CryptoKey> =>
  sealSuite.kem.importKey('jwk', { kty, crv, x, y }, true);

/** The server's private key, ready to open with. */
export const importSealPrivateKey = ({ kty, crv, x, y, d }: PrivateJwk): Promise<CryptoKey> =>
  sealSuite.kem.importKey('jwk', { kty, crv, x, y, d, key_ops: ['deriveBits'] }, false);
