import { createVaultKey, type VaultKey } from '../crypto/vault';
import type { DatabaseGate } from './database-gate';
import { VaultLockedError } from './vault-locked';
import type { WorkDatabase } from './work-database';

/** `gone`: behind a PIN that was wrong too often; nobody opens what lies under it. */
export type VaultState = 'none' | 'without-pin' | 'open' | 'locked' | 'gone';

export interface VaultKeys {
  /** The owner's key, made on first use. Two tabs that ask at once get the same one. Rejects with `VaultLockedError` behind a PIN. */
  keyOf(owner: string): Promise<VaultKey>;
  /** Whether work of this owner can be read here and now; asks the other windows too. */
  stateOf(owner: string): Promise<VaultState>;
  /** An opened key, for as long as this window has it. */
  hold(owner: string, key: VaultKey): void;
  /** Drops the keys held in memory, when a person signs out or locks. */
  forget(): void;
}

/** A key that another window of this device has opened, or null. */
export type AskElsewhere = (owner: string, kid: string) => Promise<CryptoKey | null>;

/** One vault per owner, held in the work database and, while in use, in memory. */
export function createVaultKeys(
  gate: DatabaseGate<WorkDatabase>,
  newId: () => string,
  askElsewhere: AskElsewhere = async () => null,
): VaultKeys {
  const { db } = gate;
  const open = new Map<string, Promise<VaultKey>>();

  async function make(owner: string): Promise<VaultKey> {
    // Made outside the transaction: WebCrypto would let it commit half-way.
    const made = await createVaultKey(newId());
    return gate.write([db.vault], async () => {
      const first = await db.vault.get(owner);
      if (first?.v === 1) return first;
      if (first !== undefined) throw new VaultLockedError();
      await db.vault.add({ v: 1, owner, kid: made.kid, key: made.key });
      return made;
    });
  }

  async function load(owner: string): Promise<VaultKey> {
    const known = await gate.read(() => db.vault.get(owner));
    if (known === undefined) return make(owner);
    if (known.v === 1) return known;
    const key = known.lock && (await askElsewhere(owner, known.kid));
    if (!key) throw new VaultLockedError();
    return { kid: known.kid, key };
  }

  function keyOf(owner: string): Promise<VaultKey> {
    const held = open.get(owner);
    if (held !== undefined) return held;
    const loading = load(owner);
    open.set(owner, loading);
    loading.catch(() => {
      // Unlocked meanwhile: the key that is held now stays.
      if (open.get(owner) === loading) open.delete(owner);
    });
    return loading;
  }

  return {
    keyOf,
    async stateOf(owner) {
      const row = await gate.read(() => db.vault.get(owner));
      if (row === undefined) return 'none';
      if (row.v === 1) return 'without-pin';
      if (row.lock === null) return 'gone';
      const key = await keyOf(owner).catch(() => null);
      if (key?.kid === row.kid) return 'open';
      // Another window has made a new vault meanwhile.
      open.delete(owner);
      return key === null
        ? 'locked'
        : keyOf(owner).then(
            () => 'open' as const,
            () => 'locked' as const,
          );
    },
    hold: (owner, key) => void open.set(owner, Promise.resolve(key)),
    forget: () => open.clear(),
  };
}
