import { createHash } from 'node:crypto';
import type { ItemProblem } from '../../../contract/wire';
import type { DeviceActor } from '../../auth/actor';
import type { Connection } from '../../db/client';
import { quarantine } from '../../db/schema/quarantine';

export interface RefusedItem {
  readonly item: unknown;
  readonly submissionId: string | null;
  readonly problem: ItemProblem;
}

/** Keeps refused items as they came. The same bytes again are one row. */
export async function quarantineItems(
  db: Connection,
  device: DeviceActor,
  now: number,
  items: readonly RefusedItem[],
): Promise<void> {
  if (items.length === 0) return;
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
  await db.insert(quarantine).values(unique).onConflictDoNothing();
}
