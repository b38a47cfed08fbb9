import type { Plaintext, PublicJwk, WireSubmission } from '../contract/wire';
import { toBase64url } from './base64url';
import { type Bytes, joinBytes, utf8 } from './bytes';
import { canonicalHeader } from './canonical-header';
import { deflate } from './compress';
import { dictionaryTag } from './dictionary-tag';
import { compressPoint } from './point-compression';
import { importSealPublicKey, SEAL_INFO, sealSuite } from './seal-suite';

export interface SealInput {
  readonly header: Omit<WireSubmission, 'sealed'>;
  readonly plaintext: Plaintext;
  readonly key: { readonly kid: string; readonly publicKey: PublicJwk };
  /** Bytes of the definition's preset dictionary; without it the text is compressed alone. */
  readonly dictionary?: Bytes;
  /** Fixes the ephemeral key of a test vector. Never given otherwise: a repeated one gives the text away. */
  readonly ephemeralKey?: CryptoKeyPair;
}

/** Compresses and seals: nobody but the holder of the server's private key reads it from here on, this device included. */
export async function sealSubmission(input: SealInput): Promise<WireSubmission> {
  const { header, plaintext, key, dictionary } = input;
  const z = dictionary ? 'deflate-dict-1' : 'deflate';
  const text = utf8(JSON.stringify(plaintext));
  const packed = dictionary
    ? joinBytes(await dictionaryTag(dictionary), deflate(text, dictionary))
    : deflate(text);
  const context = await sealSuite.createSenderContext({
    recipientPublicKey: await importSealPublicKey(key.publicKey),
    info: SEAL_INFO,
    ...(input.ephemeralKey && { ekm: input.ephemeralKey }),
  });
  const ct = await context.seal(packed, canonicalHeader({ ...header, sealed: { kid: key.kid, z } }));
  return {
    ...header,
    sealed: {
      kid: key.kid,
      enc: toBase64url(compressPoint(new Uint8Array(context.enc))),
      ct: toBase64url(new Uint8Array(ct)),
      z,
    },
  };
}
