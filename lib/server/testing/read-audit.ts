import { asc } from 'drizzle-orm';
import { chainOf } from '../audit/append-audit';
import type { AuditRow } from '../audit/chain-hash';
import { audit } from '../db/schema/audit';
import type { TestServer } from './create-test-server';

/** The audit trail, chain by chain; with `key` only the chain of that stream or person. */
export async function readAudit(server: TestServer, key?: string): Promise<readonly AuditRow[]> {
  const rows = await server.db.select().from(audit).orderBy(asc(audit.chain), asc(audit.seq));
  return key === undefined ? rows : rows.filter(({ chain }) => chain === chainOf(key));
}
