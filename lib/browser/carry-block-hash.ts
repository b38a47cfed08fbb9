import { type Bytes, joinBytes } from '../crypto/bytes';
import { toHex } from '../crypto/hex';

/** Bytes hashed at once: WebCrypto has no running hash, and a cheap phone does not hold a whole file. */
export const BLOCK_BYTES = 256 * 1024;

export interface BlockHash {
  update(bytes: Uint8Array): Promise<void>;
  /** Lower-case hex. Nothing may follow. */
  digest(): Promise<string>;
}

/**
 * SHA-256 over the SHA-256 of each block of 256 KiB, one behind the other; the last block is as long as what is left.
 * The same bytes give the same hash however they are cut into updates.
 */
export function createBlockHash(): BlockHash {
  const digests: Bytes[] = [];
  let block: Uint8Array[] = [];
  let filled = 0;

  async function close(): Promise<void> {
    digests.push(new Uint8Array(await crypto.subtle.digest('SHA-256', joinBytes(...block))));
    block = [];
    filled = 0;
  }

  return {
    async update(bytes) {
      for (let at = 0; at < bytes.length; ) {
        // A copy: whoever gave the bytes may use their place again.
        const part = bytes.slice(at, at + BLOCK_BYTES - filled);
        block.push(part);
        filled += part.length;
        at += part.length;
        if (filled === BLOCK_BYTES) await close();
      }
    },
    async digest() {
      if (filled > 0) await close();
      return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', joinBytes(...digests))));
    },
  };
}
