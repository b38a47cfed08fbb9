import { appendAudit } from '../../audit/append-audit';
import type { AuditEntry } from '../../audit/audit-entry';
import { whoIsDevice } from '../../audit/who';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import type { OpenedItem } from './open-item';
import { type RefusedItem, refusedEntry } from './quarantine-items';

/** What one commit of the intake did. */
export interface Intake {
  readonly device: DeviceActor;
  /** Last number of the stream before it. */
  readonly lastSeq: number;
  readonly accepted: readonly OpenedItem[];
  /** Ids of what was superseded. */
  readonly superseded: readonly string[];
  readonly refused: readonly RefusedItem[];
}

/** One row of the audit trail for all that came in, one for all that it superseded, one for all that was refused. */
export async function auditIntake(tx: Connection, intake: Intake): Promise<void> {
  const { device, lastSeq, accepted, superseded, refused } = intake;
  const who = whoIsDevice(device);
  const { streamId } = device;
  const entries: AuditEntry[] = [];
  const last = lastSeq + accepted.length;
  if (accepted.length > 0)
    entries.push({
      ...who,
      action: 'submissions.received',
      cases: accepted.map(({ submission }) => submission.id),
      claimedAt: accepted.map(({ submission }) => new Date(submission.queuedAt)),
      numbers: { streamId, first: lastSeq + 1, last },
      detail: { authors: authorsOf(accepted) },
    });
  if (superseded.length > 0)
    entries.push({
      ...who,
      action: 'submissions.superseded',
      cases: superseded,
      numbers: { streamId, first: last + 1, last: last + superseded.length },
    });
  if (refused.length > 0) entries.push(refusedEntry(device, refused));
  await appendAudit(tx, streamId, entries);
}

/** Users who made them, as the sealed applications say. */
const authorsOf = (items: readonly OpenedItem[]): readonly string[] => [
  ...new Set(items.flatMap(({ plaintext }) => plaintext.author.userId ?? [])),
];
