import pg from 'pg';
import { expect } from 'vitest';
import type { RunningServer } from '../../e2e/fixtures/running-server';

/** Runs one statement on the server's database, past whatever stands between the app and it. */
export async function ask<T extends pg.QueryResultRow>(
  server: RunningServer,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

interface Row {
  readonly id: string;
  readonly receipt: string;
  readonly received: string;
}

/**
 * I2 and I3 in the books: each acknowledged id is one row with the very receipt that the device holds and one `received` event;
 * numbers of a stream have no gap and none twice; nothing lies in quarantine.
 */
export async function expectInBooks(
  server: RunningServer,
  receipts: ReadonlyMap<string, string>,
  { quarantined = 0 }: { readonly quarantined?: number } = {},
): Promise<void> {
  const rows = await ask<Row>(
    server,
    `SELECT s.id, s.receipt, (SELECT count(*) FROM submission_events e
       WHERE e.submission_id = s.id AND e.kind = 'status' AND e.status = 'received') AS received
     FROM submissions s WHERE s.id = ANY($1::uuid[])`,
    [[...receipts.keys()]],
  );
  expect(new Map(rows.map(({ id, receipt }) => [id, receipt]))).toEqual(new Map(receipts));
  expect(rows.length).toBe(receipts.size);
  expect(rows.filter(({ received }) => Number(received) !== 1)).toEqual([]);
  await expectWholeBooks(server, { quarantined });
}

/** What holds whatever happened: no row without its event, no number twice or left out, no file counted that is not there. */
export async function expectWholeBooks(
  server: RunningServer,
  { quarantined = 0 }: { readonly quarantined?: number } = {},
): Promise<void> {
  const torn = await ask(
    server,
    `SELECT 'event' AS what, s.id::text AS which FROM submissions s
       WHERE (SELECT count(*) FROM submission_events e WHERE e.submission_id = s.id
              AND e.kind = 'status' AND e.status = 'received') <> 1
     UNION ALL SELECT 'orphan', e.submission_id::text FROM submission_events e
       WHERE NOT EXISTS (SELECT 1 FROM submissions s WHERE s.id = e.submission_id)
     UNION ALL SELECT 'numbers', t.id FROM streams t
       WHERE t.last_seq <> (SELECT count(*) FROM submission_events e WHERE e.stream_id = t.id)
          OR t.last_seq <> (SELECT coalesce(max(seq), 0) FROM submission_events e WHERE e.stream_id = t.id)
     UNION ALL SELECT 'files', s.id::text FROM submissions s
       WHERE s.files_have <> (SELECT count(*) FROM attachments a WHERE a.submission_id = s.id AND a.state = 'stored')
          OR s.files_of <> (SELECT count(*) FROM attachments a WHERE a.submission_id = s.id)
     UNION ALL SELECT 'files twice', e.submission_id::text FROM submission_events e
       WHERE e.kind = 'files' GROUP BY e.submission_id, e.files_have HAVING count(*) > 1`,
  );
  expect(torn).toEqual([]);
  const refused = await ask<{ problem: unknown }>(server, 'SELECT problem FROM quarantine');
  expect(refused.length, JSON.stringify(refused.slice(0, 5))).toBe(quarantined);
}
