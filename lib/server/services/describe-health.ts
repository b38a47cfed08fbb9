import { sql } from 'drizzle-orm';
import type { HealthResponse } from '../../contract/wire';
import { assert } from '../../shared/assert';
import type { ServerContext } from '../server-context';

/** Whether the server works. `degraded`: what was acknowledged would not survive a power cut. Throws when the database is down. */
export async function describeHealth({ db, config, now }: ServerContext): Promise<HealthResponse> {
  const { rows } = await db.execute<{ version: string; flushes: boolean; epoch: string }>(
    sql`SELECT current_setting('server_version') AS version, epoch,
      current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off' AS flushes FROM server_state`,
  );
  const [row] = rows;
  assert(row, 'the database was migrated');
  const fsync = row.flushes;
  return {
    status: fsync ? 'ok' : 'degraded',
    build: config.build,
    epoch: row.epoch,
    time: new Date(now()).toISOString(),
    database: { engine: 'postgresql', version: row.version, fsync },
  };
}
