import type { WireSubmission } from '../contract/wire';
import type { OutboxItem } from '../outbox/item';
import { wasEverSent } from '../outbox/was-sent';

const STATES = new Set(['queued', 'sending', 'waiting', 'received', 'needs-attention']);

/**
 * Today's shape of an outbox row of any age; null when it cannot be read as an item. A row from a newer version that
 * still has this shape is read as it is. Rows before version 1 had no `v` and no `attempts`.
 */
export function upcastItem(row: unknown): OutboxItem | null {
  if (!isRecord(row) || typeof row.id !== 'string' || !isSubmission(row.submission)) return null;
  if (!STATES.has(String(row.state))) return null;
  const { attempts, queuedAt } = row;
  const base = {
    ...row,
    v: 1,
    attempts: typeof attempts === 'number' ? attempts : 0,
    queuedAt: typeof queuedAt === 'number' ? queuedAt : Date.parse(row.submission.queuedAt),
  };
  const item = hasFieldsOfItsState(base) ? (base as unknown as OutboxItem) : asQueued(base);
  return withoutOddMarks(item);
}

/** What a screen shows for a row nobody can read: kept, counted and named, never dropped. */
export function damagedItem(row: unknown): OutboxItem | null {
  if (!isRecord(row) || typeof row.id !== 'string') return null;
  return {
    v: 1,
    id: row.id,
    submission: (row.submission ?? {}) as WireSubmission,
    queuedAt: typeof row.queuedAt === 'number' ? row.queuedAt : 0,
    attempts: typeof row.attempts === 'number' ? row.attempts : 0,
    wasSent: typeof row.attempts !== 'number' || wasEverSent(row as unknown as OutboxItem),
    state: 'needs-attention',
    problem: { code: 'damaged' },
  };
}

function hasFieldsOfItsState(row: Record<string, unknown>): boolean {
  switch (row.state) {
    case 'sending':
      return isRecord(row.lease) && typeof row.lease.until === 'number';
    case 'waiting':
      return typeof row.retryAt === 'number' && typeof row.reason === 'string';
    case 'received':
      return isRecord(row.receipt) && isRecord(row.files);
    case 'needs-attention':
      return isRecord(row.problem) && typeof row.problem.code === 'string';
    default:
      return true;
  }
}

/** Sending again is always safe: the server knows the id. What a person holds stays held. */
function asQueued(row: Record<string, unknown>): OutboxItem {
  const item = row as unknown as OutboxItem;
  const { v, id, submission, queuedAt, attempts, sha256 } = item;
  return {
    v,
    id,
    submission,
    queuedAt,
    attempts,
    wasSent: wasEverSent(item),
    state: 'queued',
    ...(sha256 !== undefined && { sha256 }),
    ...(row.held === true && { held: true as const }),
  };
}

/** Marks that older rows lack, and that a broken row may carry in a wrong shape. */
function withoutOddMarks(item: OutboxItem): OutboxItem {
  const { held, triedAt, wasSent, sha256, ...rest } = item as OutboxItem & {
    readonly held?: unknown;
    readonly sha256?: unknown;
    readonly triedAt?: unknown;
    readonly wasSent?: unknown;
  };
  const canGo = rest.state === 'queued' || rest.state === 'sending' || rest.state === 'waiting';
  return {
    ...rest,
    ...(typeof triedAt === 'number' && { triedAt }),
    ...(typeof wasSent === 'boolean' && { wasSent }),
    ...(typeof sha256 === 'string' && { sha256 }),
    ...(canGo && held === true && { held: true as const }),
  } as OutboxItem;
}

function isSubmission(value: unknown): value is WireSubmission {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.trackingCode === 'string' &&
    isRecord(value.sealed) &&
    Array.isArray(value.attachments)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
