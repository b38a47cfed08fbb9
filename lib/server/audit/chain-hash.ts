import { createHash } from 'node:crypto';
import type { audit } from '../db/schema/audit';

export type AuditRow = typeof audit.$inferSelect;

/** What the first row of a chain follows. */
export const BEFORE_THE_FIRST = '0'.repeat(64);

/**
 * The hash a row must have behind `previous`: SHA-256, hex, over `previous` and the row's fields, each with its length in bytes before it so that
 * nothing can be moved from one field to the next. The same as the SQL function `audit_line` makes; computed here as well because whoever
 * can change rows can change that function.
 */
export function chainHash(previous: string, row: AuditRow): string {
  return createHash('sha256').update(previous).update(lineOf(row)).digest('hex');
}

function lineOf(row: AuditRow): string {
  return [
    String(row.chain),
    String(row.seq),
    instant(row.at),
    row.action,
    row.outcome,
    row.person,
    row.role,
    row.deviceId,
    row.streamId,
    row.firstSeq === null ? null : String(row.firstSeq),
    row.lastSeq === null ? null : String(row.lastSeq),
    row.cases?.join(',') ?? null,
    // An empty list has nothing to aggregate in SQL.
    row.claimedAt && row.claimedAt.length > 0 ? row.claimedAt.map(instant).join(',') : null,
    row.detail,
  ]
    .map((value) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`))
    .join('');
}

const instant = (at: Date): string => String(at.getTime());
