import { eq, sql } from 'drizzle-orm';
import { assert } from '../../shared/assert';
import type { Connection } from '../db/client';
import { serverState } from '../db/schema/server-state';
import { streams } from '../db/schema/streams';

export interface ServerPosition {
  readonly epoch: string;
  readonly lastSeq: number;
  readonly backupSeq: number;
  readonly catalogueVersion: number;
}

/** Where the server stands with a stream, in one query. */
export async function readPosition(db: Connection, streamId: string): Promise<ServerPosition> {
  const [row] = await db
    .select({
      epoch: serverState.epoch,
      lastSeq: streams.lastSeq,
      backupSeq: streams.backupSeq,
      catalogueVersion: sql<number>`(SELECT coalesce(max(version), 0)::int FROM catalogue_versions)`,
    })
    .from(streams)
    .innerJoin(serverState, eq(serverState.id, 1))
    .where(eq(streams.id, streamId));
  assert(row, 'a device has a stream and the server a state');
  return row;
}
