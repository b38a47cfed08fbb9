import type { Centre } from '../../contract/wire';
import { appendAudit } from '../audit/append-audit';
import { SYSTEM } from '../audit/audit-entry';
import type { Database } from './client';
import { runTransaction } from './run-transaction';
import { centres } from './schema/centres';
import { streams } from './schema/streams';

export const centreStream = (centreId: string): string => `centre:${centreId}`;
export const deviceStream = (deviceId: string): string => `device:${deviceId}`;

/** Makes a centre and its stream. One that exists stays as it is. */
export async function addCentre(db: Database, centre: Centre): Promise<void> {
  const streamId = centreStream(centre.id);
  await runTransaction(db, async (tx) => {
    await tx.insert(streams).values({ id: streamId }).onConflictDoNothing();
    const made = await tx
      .insert(centres)
      .values({
        id: centre.id,
        streamId,
        nameBn: centre.name.bn,
        nameEn: centre.name.en,
        unionId: centre.unionId,
        upazilaId: centre.upazilaId,
        districtId: centre.districtId,
      })
      .onConflictDoNothing()
      .returning({ id: centres.id });
    if (made.length > 0)
      await appendAudit(tx, streamId, [{ ...SYSTEM, action: 'centre.added', detail: { id: centre.id } }]);
  });
}
