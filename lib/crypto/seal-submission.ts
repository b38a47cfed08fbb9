import type { Plaintext, PublicJwk, WireSubmission } from '../contract/wire';
import { assert } from '../shared/assert';
import { toBase64url } from './base64url';
import { type Bytes, joinBytes, utf8 } from './bytes';
import { canonicalHeader, type SubmissionHeader } from './canonical-header';
import { deflate } from './compress';
import { dictionaryTag } from './dictionary-tag';
import { compressPoint } from './point-compression';
import { ONE_TIME_IV } from './seal-chain';
import type { OneTimeSealKey } from './seal-session';
import { importSealPublicKey, SEAL_INFO, sealSuite } from './seal-suite';

export interface SealInput {
  readonly header: Omit<WireSubmission, 'sealed'>;
  readonly plaintext: Plaintext;
  /** The next key of a session, or the server's own: then the submission gets an encapsulated key to itself. */
  readonly key: OneTimeSealKey | { readonly kid: string; readonly publicKey: PublicJwk };
  /** Makes the bytes of the definition's preset dictionary, when they are needed; without it the text is compressed alone. */
  readonly dictionary?: Bytes | (() => Bytes);
  /** Packs by the plan of the service's version (`lib/contract/packing`); undefined from it: this plaintext has to be compressed. */
  readonly pack?: (header: SealInput['header'], plaintext: Plaintext) => Bytes | undefined;
  /** Fixes the ephemeral key of a test vector. Never given otherwise: a repeated one gives the text away. */
  readonly ephemeralKey?: CryptoKeyPair;
}

/** Compresses and seals: nobody but the holder of the server's private key reads it from here on, this device included. */
export async function sealSubmission(input: SealInput): Promise<WireSubmission> {
  const { header, plaintext, key, dictionary } = input;
  const positional = input.pack?.(header, plaintext);
  const z = positional ? 'positional-1' : dictionary ? 'deflate-dict-1' : 'deflate';
  const packed =
    positional ?? (await compressed(plaintext, typeof dictionary === 'function' ? dictionary() : dictionary));
  const { kid } = key;
  if (!('n' in key)) {
    const { enc, ct } = await singleShot(input, packed, { ...header, sealed: { kid, z } });
    return { ...header, sealed: { kid, enc, ct, z } };
  }
  const { enc, n } = key;
  const ct = await sealOnce(key, packed, { ...header, sealed: { kid, n, z } });
  return { ...header, sealed: { kid, enc, n, ct, z } };
}

async function sealOnce({ key }: OneTimeSealKey, packed: Bytes, about: SubmissionHeader): Promise<string> {
  const algorithm = { name: 'AES-GCM', iv: ONE_TIME_IV, additionalData: canonicalHeader(about) };
  return toBase64url(new Uint8Array(await crypto.subtle.encrypt(algorithm, key, packed)));
}

async function singleShot(
  { key, ephemeralKey }: Omit<SealInput, 'header' | 'plaintext'>,
  packed: Bytes,
  about: SubmissionHeader,
): Promise<{ readonly enc: string; readonly ct: string }> {
  assert('publicKey' in key, 'a single shot is sealed to the key of the server');
  const context = await sealSuite.createSenderContext({
    recipientPublicKey: await importSealPublicKey(key.publicKey),
    info: SEAL_INFO,
    ...(ephemeralKey && { ekm: ephemeralKey }),
  });
  const ct = await context.seal(packed, canonicalHeader(about));
  return {
    enc: toBase64url(compressPoint(new Uint8Array(context.enc))),
    ct: toBase64url(new Uint8Array(ct)),
  };
}

async function compressed(plaintext: Plaintext, dictionary: Bytes | undefined): Promise<Bytes> {
  const text = utf8(JSON.stringify(plaintext));
  return dictionary ? joinBytes(await dictionaryTag(dictionary), deflate(text, dictionary)) : deflate(text);
}
