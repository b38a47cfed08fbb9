import { createDeviceKey, createLockedVault } from '../crypto/pin-lock';
import { openJson, sealJson, type VaultKey } from '../crypto/vault';
import type { DatabaseGate } from './database-gate';
import type { DraftRow, PersonRecord, VaultRow } from './rows';
import type { VaultKeys } from './vault-keys';
import type { WorkDatabase } from './work-database';

export interface FirstPin {
  readonly owner: string;
  readonly person: PersonRecord;
  readonly pin: string;
  readonly kid: string;
}

/** How often a draft may be written meanwhile before it is given up; each round starts from what lies there now. */
const ROUNDS = 20;

/**
 * Puts the owner's work behind a PIN: a new key, every draft sealed again under it, and the old key gone, in one
 * transaction. Also where an earlier vault is gone: what could not be read before stays as it is. Resolves with the new key.
 */
export async function setFirstPin(
  gate: DatabaseGate<WorkDatabase>,
  keys: VaultKeys,
  { owner, person, pin, kid }: FirstPin,
  rounds?: number,
): Promise<VaultKey> {
  const deviceKey = await createDeviceKey();
  const { key, lock } = await createLockedVault({ pin, deviceKey, kid }, rounds);
  const row: VaultRow = { v: 2, owner, kid, person, deviceKey, lock, wrong: 0, waitUntil: 0 };
  const { db } = gate;
  for (let round = 0; round < ROUNDS; round += 1) {
    const old = await gate.read(() => db.vault.get(owner));
    const drafts = await gate.read(() => db.drafts.where('owner').equals(owner).toArray());
    const moved = old?.v === 1 ? await resealed(drafts, old, key) : [];
    const done = await gate.write([db.vault, db.drafts], async () => {
      const there = await db.vault.get(owner);
      const now = await db.drafts.where('owner').equals(owner).toArray();
      if (there?.kid !== old?.kid || !sameRows(drafts, now)) return false;
      await db.drafts.bulkPut(moved);
      await db.vault.put(row);
      return true;
    });
    if (!done) continue;
    keys.forget();
    keys.hold(owner, key);
    return key;
  }
  throw new Error('the drafts were written all the time');
}

/** `updatedAt` grows: a window that still has the old key finds its draft changed, and writes nothing over it. */
async function resealed(
  drafts: readonly DraftRow[],
  old: VaultKey,
  key: VaultKey,
): Promise<readonly DraftRow[]> {
  const moved = await Promise.all(
    drafts.map(async (row) => {
      const opened = await openJson(old, row.box, row.id);
      if (!opened.ok) return [];
      return [{ ...row, updatedAt: row.updatedAt + 1, box: await sealJson(key, opened.value, row.id) }];
    }),
  );
  return moved.flat();
}

function sameRows(one: readonly DraftRow[], other: readonly DraftRow[]): boolean {
  const versions = new Map(one.map(({ id, updatedAt, state }) => [id, `${updatedAt} ${state}`]));
  return (
    one.length === other.length &&
    other.every(({ id, updatedAt, state }) => versions.get(id) === `${updatedAt} ${state}`)
  );
}
