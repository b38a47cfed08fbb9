import { lt } from 'drizzle-orm';
import type { Connection } from '../db/client';
import { rateLimits } from '../db/schema/server-state';

const HOUR = 60 * 60 * 1000;

/** Removes counters that ran out an hour ago. Resolves with how many. */
export async function sweepRateLimits(db: Connection, now: number): Promise<number> {
  const rows = await db
    .delete(rateLimits)
    .where(lt(rateLimits.expire, now - HOUR))
    .returning({ key: rateLimits.key });
  return rows.length;
}
