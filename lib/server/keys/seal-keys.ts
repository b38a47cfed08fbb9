import { importSealPrivateKey } from '../../crypto/seal-suite';
import type { ServerKeyPair } from '../../crypto/server-keyring';
import type { Unseal } from '../../crypto/unseal';
import { createFastUnseal } from './fast-unseal';

export interface SealKey {
  readonly privateKey: CryptoKey;
  readonly unseal: Unseal;
}

/** Finds the private key a seal was made for, and what opens with it; undefined when it is none of ours. */
export async function openSealKeys(
  pairs: readonly ServerKeyPair[],
): Promise<(kid: string) => SealKey | undefined> {
  const keys = new Map<string, SealKey>();
  for (const pair of pairs) {
    const privateKey = await importSealPrivateKey(pair.privateKey);
    keys.set(pair.kid, { privateKey, unseal: createFastUnseal(privateKey) });
  }
  return (kid) => keys.get(kid);
}
