import { ownerOf } from '../local/record-store';
import type { PersonRecord, VaultRow } from '../local/rows';
import type { VaultState } from '../local/vault-keys';

/**
 * What stands before the page on this device. `free`: there is no vault to lock. `open`: an operator's, unlocked. `choose`: the
 * operator has no PIN yet. `locked`: the lock screen stands in place of the page. `unknown`: until the store was asked.
 */
export type Door = 'unknown' | 'free' | 'open' | 'choose' | 'locked';

export interface BeforeTheDoor {
  readonly person: PersonRecord;
  readonly vaults: readonly VaultRow[];
  readonly stateOf: (owner: string) => Promise<VaultState>;
  /** Whoever has just given the password: may choose a PIN anew where the old vault is gone. */
  readonly signedInAnew: string | null;
}

/** The door of a centre's device. Officers and citizens have no vault here: what they see is the server's, or public. */
export async function doorOf({ person, vaults, stateOf, signedInAnew }: BeforeTheDoor): Promise<Door> {
  if (person.kind === 'nobody') return vaults.some(({ v }) => v === 2) ? 'locked' : 'free';
  if (person.kind !== 'operator') return 'free';
  const owner = ownerOf(person);
  const state = await stateOf(owner);
  if (state === 'open') return 'open';
  if (state === 'locked') return 'locked';
  if (state === 'gone') return signedInAnew === owner ? 'choose' : 'locked';
  return 'choose';
}
