import { createHash } from 'node:crypto';
import type { ItemProblem } from '../../../contract/wire';
import { appendAudit } from '../../audit/append-audit';
import type { AuditEntry } from '../../audit/audit-entry';
import { whoIsDevice } from '../../audit/who';
import type { DeviceActor } from '../../auth/actor';
import type { Connection, Database } from '../../db/client';
import { runTransaction } from '../../db/run-transaction';
import { quarantine } from '../../db/schema/quarantine';
import { isUuid } from '../is-uuid';

export interface RefusedItem {
  readonly item: unknown;
  readonly submissionId: string | null;
  readonly problem: ItemProblem;
}

/** Keeps refused items as they came, in a transaction of its own. The same bytes again are one row. */
export async function quarantineItems(
  db: Database,
  device: DeviceActor,
  now: number,
  items: readonly RefusedItem[],
): Promise<void> {
  if (items.length === 0) return;
  await runTransaction(db, async (tx) => {
    const fresh = await keepRefused(tx, device, now, items);
    if (fresh.length > 0) await appendAudit(tx, device.streamId, [refusedEntry(device, fresh)]);
  });
}

/** As `quarantineItems`, in the caller's transaction and not yet in the audit trail. Resolves with those that were not there before. */
export async function keepRefused(
  tx: Connection,
  device: DeviceActor,
  now: number,
  items: readonly RefusedItem[],
): Promise<readonly RefusedItem[]> {
  if (items.length === 0) return [];
  const rows = items.map(({ item, submissionId, problem }) => {
    // JSON.stringify escapes NUL and half surrogates, so that plain text can hold what jsonb cannot.
    const envelope = JSON.stringify(item) ?? 'null';
    const envelopeSha256 = createHash('sha256').update(envelope).digest('hex');
    return {
      streamId: device.streamId,
      deviceId: device.deviceId,
      submissionId,
      envelope,
      envelopeSha256,
      problem,
      at: new Date(now),
    };
  });
  const unique = [...new Map(rows.map((row) => [row.envelopeSha256, row])).values()];
  const written = await tx
    .insert(quarantine)
    .values(unique)
    .onConflictDoNothing()
    .returning({ sha256: quarantine.envelopeSha256 });
  const fresh = new Set(written.map(({ sha256 }) => sha256));
  return items.filter((_, place) => fresh.has(rows[place]?.envelopeSha256 ?? ''));
}

/** What the audit trail says of refused items: the ids they claim, where they can be ids, and why. */
export function refusedEntry(device: DeviceActor, items: readonly RefusedItem[]): AuditEntry {
  const cases = items.flatMap(({ submissionId }) => (isUuid(submissionId) ? submissionId : []));
  const codes = [...new Set(items.map(({ problem }) => problem.code))].sort();
  return {
    ...whoIsDevice(device),
    action: 'submissions.refused',
    outcome: 'refused',
    cases,
    detail: { count: items.length, codes },
  };
}
