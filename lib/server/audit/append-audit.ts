import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Connection } from '../db/client';
import type { AuditEntry } from './audit-entry';

/** Chains beside each other. A chain is locked from the append to the commit, so one alone would let only one commit at a time. */
export const CHAINS = 8;

/** The chain of a stream, a person or whatever else `key` names: always the same one. */
export const chainOf = (key: string): number => (createHash('sha256').update(key).digest()[0] ?? 0) % CHAINS;

/**
 * Adds entries to the audit trail, in the caller's transaction: they stand if and only if the change stands. Call it once in a
 * transaction and as its LAST statement: it locks a chain until the commit, and whoever took another lock behind it could wait in a ring.
 * `key` chooses the chain.
 */
export async function appendAudit(
  tx: Connection,
  key: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = JSON.stringify(entries.map(rowOf));
  await tx.execute(sql`SELECT audit_append(${chainOf(key)}::smallint, ${rows}::jsonb)`);
}

function rowOf({ numbers, cases, claimedAt, detail, ...entry }: AuditEntry): object {
  return {
    action: entry.action,
    outcome: entry.outcome ?? 'done',
    person: entry.person,
    role: entry.role,
    device_id: entry.deviceId,
    stream_id: numbers?.streamId,
    first_seq: numbers?.first,
    last_seq: numbers?.last,
    cases,
    claimed_at: claimedAt,
    detail: detail && JSON.stringify(detail),
  };
}
