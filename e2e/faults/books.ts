import { Client } from 'pg';

export interface Recorded {
  readonly rows: number;
  readonly codes: number;
  /** "Received" events: one for every application. */
  readonly events: number;
  readonly quarantined: number;
}

/** So many applications, each of them once. */
export const once = (count: number): Recorded => ({
  rows: count,
  codes: count,
  events: count,
  quarantined: 0,
});

/** What the server's books say about the applications of one device. */
export async function recorded(databaseUrl: string, deviceCode: string): Promise<Recorded> {
  const books = new Client({ connectionString: databaseUrl });
  await books.connect();
  try {
    const { rows } = await books.query<Recorded>(
      `SELECT (SELECT count(*)::int FROM submissions WHERE tracking_code LIKE $1) AS rows,
              (SELECT count(DISTINCT tracking_code)::int FROM submissions WHERE tracking_code LIKE $1) AS codes,
              (SELECT count(*)::int FROM submission_events e JOIN submissions s ON s.id = e.submission_id
                WHERE s.tracking_code LIKE $1 AND e.kind = 'status') AS events,
              (SELECT count(*)::int FROM quarantine q JOIN submissions s ON s.id::text = q.submission_id
                WHERE s.tracking_code LIKE $1) AS quarantined`,
      [`${deviceCode}-%`],
    );
    if (!rows[0]) throw new Error('the books say nothing');
    return rows[0];
  } finally {
    await books.end();
  }
}
