import { eq } from 'drizzle-orm';
import type { Centre } from '../../contract/wire';
import type { Connection } from '../db/client';
import { centres } from '../db/schema/centres';

/** A centre as it travels; undefined when there is none of that id. */
export async function readCentre(db: Connection, id: string | null): Promise<Centre | undefined> {
  if (id === null) return undefined;
  const [row] = await db.select().from(centres).where(eq(centres.id, id));
  return row && centreOfRow(row);
}

export const centreOfRow = (row: typeof centres.$inferSelect): Centre => ({
  id: row.id,
  name: { bn: row.nameBn, en: row.nameEn },
  unionId: row.unionId,
  upazilaId: row.upazilaId,
  districtId: row.districtId,
});
