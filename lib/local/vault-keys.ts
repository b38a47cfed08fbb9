import { createVaultKey, type VaultKey } from '../crypto/vault';
import type { DatabaseGate } from './database-gate';
import type { WorkDatabase } from './work-database';

export interface VaultKeys {
  /** The owner's key, made on first use. Two tabs that ask at once get the same one. */
  keyOf(owner: string): Promise<VaultKey>;
  /** Drops the keys held in memory, when a person signs out. */
  forget(): void;
}

/** One non-extractable AES-GCM key per owner, held in the work database and, while in use, in memory. */
export function createVaultKeys(gate: DatabaseGate<WorkDatabase>, newId: () => string): VaultKeys {
  const { db } = gate;
  const open = new Map<string, Promise<VaultKey>>();

  async function load(owner: string): Promise<VaultKey> {
    const known = await gate.read(() => db.vault.get(owner));
    if (known !== undefined) return known;
    // Made outside the transaction: WebCrypto would let it commit half-way.
    const made = await createVaultKey(newId());
    return gate.write([db.vault], async () => {
      const first = await db.vault.get(owner);
      if (first !== undefined) return first;
      await db.vault.add({ v: 1, owner, kid: made.kid, key: made.key });
      return made;
    });
  }

  return {
    keyOf(owner) {
      const held = open.get(owner);
      if (held !== undefined) return held;
      const loading = load(owner);
      open.set(owner, loading);
      loading.catch(() => open.delete(owner));
      return loading;
    },
    forget: () => open.clear(),
  };
}
