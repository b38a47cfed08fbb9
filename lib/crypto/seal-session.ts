import { LIMITS } from '../contract/limits';
import type { PublicJwk } from '../contract/wire';
import { toBase64url } from './base64url';
import { compressPoint } from './point-compression';
import { CHAIN_LABEL, LINK_BYTES, SESSION_INFO, turnChain } from './seal-chain';
import { importSealPublicKey, sealSuite } from './seal-suite';

/** Seals one submission and no other. Scripts cannot read it. */
export interface OneTimeSealKey {
  /** The server's key that opens the session. */
  readonly kid: string;
  /** Encapsulated key of the session, compressed, base64url. */
  readonly enc: string;
  readonly n: number;
  readonly key: CryptoKey;
}

/** One encapsulated key and the one-time keys that follow from it. Lives in memory only. */
export interface SealSession {
  /** The next key; undefined when the session is used up. Asked for many at once, it gives each number once. */
  take(): Promise<OneTimeSealKey | undefined>;
}

/**
 * Begins a session with the server's key. What it holds is one link of a chain that turns only forward: the keys of
 * what was sealed before cannot be made from it, so the device cannot read its queue back.
 */
export async function beginSealSession({
  kid,
  publicKey,
  ephemeralKey,
}: {
  readonly kid: string;
  readonly publicKey: PublicJwk;
  /** Fixes the ephemeral key of a test vector. Never given otherwise. */
  readonly ephemeralKey?: CryptoKeyPair;
}): Promise<SealSession> {
  const context = await sealSuite.createSenderContext({
    recipientPublicKey: await importSealPublicKey(publicKey),
    info: SESSION_INFO,
    ...(ephemeralKey && { ekm: ephemeralKey }),
  });
  const enc = toBase64url(compressPoint(new Uint8Array(context.enc)));
  let link = new Uint8Array(await context.export(CHAIN_LABEL, LINK_BYTES));
  let used = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function takeNext(): Promise<OneTimeSealKey | undefined> {
    if (used >= LIMITS.submissionsPerSealSession) return undefined;
    const { key: raw, next } = await turnChain(link);
    link.fill(0);
    link = next;
    const n = used++;
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
    raw.fill(0);
    return { kid, enc, n, key };
  }

  return {
    take() {
      const mine = turn.then(takeNext);
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
