import { changePin, openPinLock } from '../crypto/pin-lock';
import type { VaultKey } from '../crypto/vault';
import { err, ok, type Result } from '../shared/result';
import type { DatabaseGate } from './database-gate';
import { LAST_TRY, pauseLeft, pauseUntil } from './pin-tries';
import type { PinVaultRow } from './rows';
import type { WorkDatabase } from './work-database';

export type PinProblem =
  /** `left`: tries until the key is destroyed; `waitMs`: until the next one may come. */
  | { readonly type: 'wrong-pin'; readonly left: number; readonly waitMs: number }
  | { readonly type: 'too-early'; readonly left: number; readonly waitMs: number }
  /** Too many wrong ones, now or before: what was begun and not handed in is gone. */
  | { readonly type: 'vault-gone' }
  | { readonly type: 'no-vault' };

type Gate = DatabaseGate<WorkDatabase>;

/** The vaults behind a PIN on this device, in the order of their owners. */
export async function pinVaults(gate: Gate): Promise<readonly PinVaultRow[]> {
  const rows = await gate.read((db) => db.vault.toArray());
  return rows.filter((row) => row.v === 2);
}

/**
 * Opens the owner's vault. A try is counted and committed before it is made: neither a killed page nor a second window gets
 * one for nothing. The tenth wrong one destroys the key, and with it what lies open under it.
 */
export async function unlockVault(
  gate: Gate,
  { owner, pin }: { readonly owner: string; readonly pin: string },
  now: number,
): Promise<Result<VaultKey, PinProblem>> {
  const counted = await countTry(gate, owner, now);
  if (!counted.ok) return counted;
  const { row, lock } = counted.value;
  const opened = await openPinLock(lock, { pin, deviceKey: row.deviceKey, kid: row.kid });
  if (opened.ok) {
    await change(gate, row, { wrong: 0, waitUntil: 0 });
    return ok(opened.value);
  }
  if (row.wrong < LAST_TRY)
    return err({
      type: 'wrong-pin',
      left: LAST_TRY - row.wrong,
      waitMs: pauseLeft(row.wrong, row.waitUntil, now),
    });
  await destroy(gate, row);
  return err({ type: 'vault-gone' });
}

/** Another PIN for the same vault. The old one is asked for, and a wrong one counts. */
export async function changeVaultPin(
  gate: Gate,
  { owner, pin, newPin }: { readonly owner: string; readonly pin: string; readonly newPin: string },
  now: number,
): Promise<Result<void, PinProblem>> {
  const opened = await unlockVault(gate, { owner, pin }, now);
  if (!opened.ok) return opened;
  const row = await gate.read((db) => db.vault.get(owner));
  if (row?.v !== 2 || row.lock === null) return err({ type: 'no-vault' });
  const changed = await changePin(row.lock, { pin, deviceKey: row.deviceKey, kid: row.kid }, newPin);
  if (!changed.ok) return err({ type: 'no-vault' });
  await change(gate, row, { lock: changed.value });
  return ok(undefined);
}

async function countTry(gate: Gate, owner: string, now: number) {
  type Counted = Result<
    { readonly row: PinVaultRow; readonly lock: NonNullable<PinVaultRow['lock']> },
    PinProblem
  >;
  return gate.write([gate.db.vault], async (db): Promise<Counted> => {
    const row = await db.vault.get(owner);
    if (row?.v !== 2) return err({ type: 'no-vault' });
    if (row.lock === null) return err({ type: 'vault-gone' });
    const waitMs = pauseLeft(row.wrong, row.waitUntil, now);
    if (waitMs > 0) return err({ type: 'too-early', left: LAST_TRY - row.wrong, waitMs });
    const wrong = row.wrong + 1;
    const tried: PinVaultRow = { ...row, wrong, waitUntil: pauseUntil(wrong, now) };
    await db.vault.put(tried);
    return ok({ row: tried, lock: row.lock });
  });
}

/** Only over the vault that was read: another window may have made a new one. */
async function change(gate: Gate, row: PinVaultRow, patch: Partial<PinVaultRow>): Promise<void> {
  await gate.write([gate.db.vault], async (db) => {
    const there = await db.vault.get(row.owner);
    if (there?.v === 2 && there.kid === row.kid) await db.vault.put({ ...there, ...patch });
  });
}

/** What is queued is sealed to the server and stays, with the copy of it that nobody can read any more. */
async function destroy(gate: Gate, row: PinVaultRow): Promise<void> {
  const { drafts, files, fileParts, vault } = gate.db;
  await gate.write([vault, drafts, files, fileParts], async (db) => {
    const there = await db.vault.get(row.owner);
    if (there?.v !== 2 || there.kid !== row.kid || there.wrong < LAST_TRY) return;
    await db.vault.put({ ...there, lock: null });
    const open = await db.drafts
      .where('owner')
      .equals(row.owner)
      .filter(({ state, box }) => state === 'open' && box.kid === row.kid)
      .primaryKeys();
    const ownFiles = await db.files.where('submissionId').anyOf(open).primaryKeys();
    await db.drafts.bulkDelete(open);
    await db.files.bulkDelete(ownFiles);
    await db.fileParts.where('attachmentId').anyOf(ownFiles).delete();
  });
}
