import pg from 'pg';

/** A name that PostgreSQL takes as it is. */
const PLAIN = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Gives the app's own database role what it needs and no more: it reads and writes rows, makes and changes no table, and may only add to
 * the audit trail, by `audit_append`. To be done after every migration, by whoever owns the tables (docs/decisions/0017).
 */
export async function grantApp(ownerUrl: string, role: string): Promise<void> {
  if (!PLAIN.test(role)) throw new Error('the name of the app role has other characters than a-z, 0-9 and _');
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    // One round trip, and all or nothing.
    await client.query(`BEGIN;
      REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, ${role};
      GRANT USAGE ON SCHEMA public, drizzle TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
      GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO ${role};
      REVOKE INSERT, UPDATE, DELETE ON audit FROM ${role};
      REVOKE ALL ON FUNCTION audit_append(smallint, jsonb) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit_append(smallint, jsonb) TO ${role};
      COMMIT`);
  } finally {
    await client.end();
  }
}

/** Whether whoever is connected may change or take away what is in the audit trail, triggers or not. */
export async function mayRewriteAudit(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(`
    SELECT has_table_privilege('audit', 'UPDATE') OR has_table_privilege('audit', 'DELETE')
      OR has_table_privilege('audit', 'TRUNCATE') OR has_table_privilege('audit', 'TRIGGER')
      OR pg_has_role((SELECT tableowner FROM pg_tables WHERE schemaname = 'public' AND tablename = 'audit'), 'MEMBER') AS may`);
  return rows[0]?.may ?? true;
}
