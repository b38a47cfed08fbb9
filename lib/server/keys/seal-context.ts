import { createHmac, ECDH, type ECDH as KeyExchange } from 'node:crypto';
import type { Bytes } from '../../crypto/bytes';
import { CHAIN_LABEL, LINK_BYTES, SESSION_INFO } from '../../crypto/seal-chain';
import { SEAL_INFO } from '../../crypto/seal-suite';

/** RFC 9180, section 4.1 and 5.1: of DHKEM(P-256, HKDF-SHA256), and of the whole suite. */
const KEM_ID = Buffer.from('KEM\x00\x10', 'latin1');
const SUITE_ID = Buffer.from('HPKE\x00\x10\x00\x01\x00\x02', 'latin1');
const VERSION = Buffer.from('HPKE-v1');
const NOTHING = Buffer.alloc(0);
const BASE_MODE = Buffer.alloc(1);
const HASH_BYTES = 32;
const IV_BYTES = 12;

/** The context of the key schedule, in base mode. */
const scheduleContext = (info: Bytes): Buffer =>
  Buffer.concat([
    BASE_MODE,
    extract(SUITE_ID, NOTHING, 'psk_id_hash', NOTHING),
    extract(SUITE_ID, NOTHING, 'info_hash', info),
  ]);
const OF_A_SHOT = scheduleContext(SEAL_INFO);
const OF_A_SESSION = scheduleContext(SESSION_INFO);

/** What opens a single shot. */
export interface ShotKey {
  readonly key: Buffer;
  readonly iv: Buffer;
}

/**
 * The recipient's side of RFC 9180 by `node:crypto`, in one go: the library of the devices takes some twenty turns of the event loop for
 * it, and a district that comes back at once asks for thousands. Both throw when `enc` (base64url of a compressed point) is no
 * point of the curve.
 */
export interface SealContext {
  singleShot(enc: string): ShotKey;
  /** The first link of the chain of a session. */
  firstLink(enc: string): Bytes;
}

/** @param own the server's key pair, its private key set */
export function createSealContext(own: KeyExchange): SealContext {
  const ownPoint = own.getPublicKey();

  function secretOf(enc: string): Buffer {
    const sent = Buffer.from(enc, 'base64url');
    // A whole point would be taken as well; the protocol has one spelling.
    if (sent.length !== 1 + HASH_BYTES) throw new Error('not a compressed point');
    const point = ECDH.convertKey(sent, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer;
    const shared = expand(KEM_ID, extract(KEM_ID, NOTHING, 'eae_prk', own.computeSecret(point)), {
      label: 'shared_secret',
      info: Buffer.concat([point, ownPoint]),
      bytes: HASH_BYTES,
    });
    return extract(SUITE_ID, shared, 'secret', NOTHING);
  }

  return {
    singleShot(enc) {
      const secret = secretOf(enc);
      return {
        key: expand(SUITE_ID, secret, { label: 'key', info: OF_A_SHOT, bytes: HASH_BYTES }),
        iv: expand(SUITE_ID, secret, { label: 'base_nonce', info: OF_A_SHOT, bytes: IV_BYTES }),
      };
    },
    firstLink(enc) {
      const secret = secretOf(enc);
      const exporter = expand(SUITE_ID, secret, { label: 'exp', info: OF_A_SESSION, bytes: HASH_BYTES });
      return new Uint8Array(
        expand(SUITE_ID, exporter, { label: 'sec', info: CHAIN_LABEL, bytes: LINK_BYTES }),
      );
    },
  };
}

/** LabeledExtract. */
function extract(suite: Buffer, salt: Buffer, label: string, secret: Uint8Array): Buffer {
  return createHmac('sha256', salt).update(VERSION).update(suite).update(label).update(secret).digest();
}

/** LabeledExpand, of at most one hash. */
function expand(
  suite: Buffer,
  secret: Buffer,
  { label, info, bytes }: { readonly label: string; readonly info: Uint8Array; readonly bytes: number },
): Buffer {
  const length = Buffer.from([0, bytes]);
  const hash = createHmac('sha256', secret)
    .update(length)
    .update(VERSION)
    .update(suite)
    .update(label)
    .update(info)
    .update(Buffer.from([1]))
    .digest();
  return hash.subarray(0, bytes);
}
