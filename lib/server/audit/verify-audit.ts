import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Connection } from '../db/client';
import { audit } from '../db/schema/audit';
import type { Anchor } from './anchor';
import { CHAINS } from './append-audit';
import { type AuditRow, BEFORE_THE_FIRST, chainHash } from './chain-hash';

/**
 * `missing`: no row of that number, though later ones or an anchor know it. `changed`: the row is not what was hashed, or does not follow the
 * one before. `out-of-time`: it says that it is older than the one before, or than an anchor that does not know it. `no-chain`: rows of a chain
 * that nothing writes to. `not-as-anchored`: whole in itself, but another one stood there when the anchor was taken.
 */
export interface Broken {
  readonly chain: number;
  readonly seq: number;
  readonly what: 'missing' | 'changed' | 'out-of-time' | 'no-chain' | 'not-as-anchored';
}

export interface AuditVerdict {
  readonly rows: number;
  /** The first broken row of each chain that has one. */
  readonly broken: readonly Broken[];
}

const PAGE = 1_000;

/** Reads the whole trail and compares it with itself and with anchors. Rows that came while it reads are read or left. */
export async function verifyAudit(db: Connection, anchors: readonly Anchor[]): Promise<AuditVerdict> {
  const broken: Broken[] = [];
  let rows = 0;
  for (const chain of await chainsOf(db)) {
    const found = await verifyChain(
      db,
      chain,
      anchors.map((anchor) => stakeOf(anchor, chain)),
    );
    rows += found.rows;
    if (found.broken) broken.push(found.broken);
  }
  return { rows, broken };
}

async function chainsOf(db: Connection): Promise<readonly number[]> {
  const found = await db.selectDistinct({ chain: audit.chain }).from(audit);
  const known = Array.from({ length: CHAINS }, (_, chain) => chain);
  return [...new Set([...known, ...found.map(({ chain }) => chain)])].sort((a, b) => a - b);
}

/** What an anchor says of one chain. */
interface Stake {
  readonly until: number;
  readonly seq: number;
  readonly hash: string;
}

function stakeOf({ until, heads }: Anchor, chain: number): Stake {
  const head = heads.find((one) => one.chain === chain);
  return { until: Date.parse(until), seq: head?.seq ?? 0, hash: head?.hash ?? BEFORE_THE_FIRST };
}

async function verifyChain(
  db: Connection,
  chain: number,
  stakes: readonly Stake[],
): Promise<{ readonly rows: number; readonly broken?: Broken }> {
  let before = { seq: 0, hash: BEFORE_THE_FIRST, at: Number.NEGATIVE_INFINITY };
  let rows = 0;
  for await (const row of rowsOf(db, chain)) {
    rows += 1;
    const what = judge(row, before, stakes);
    if (what === 'missing') return { rows, broken: { chain, seq: before.seq + 1, what } };
    if (what !== null) return { rows, broken: { chain, seq: row.seq, what } };
    before = { seq: row.seq, hash: row.hash, at: row.at.getTime() };
  }
  const end = before.seq;
  if (stakes.some(({ seq }) => seq > end)) return { rows, broken: { chain, seq: end + 1, what: 'missing' } };
  return { rows };
}

function judge(
  row: AuditRow,
  before: { readonly seq: number; readonly hash: string; readonly at: number },
  stakes: readonly Stake[],
): Broken['what'] | null {
  if (row.chain < 0 || row.chain >= CHAINS) return 'no-chain';
  if (row.seq <= before.seq) return 'changed';
  if (row.seq > before.seq + 1) return 'missing';
  if (row.hash !== chainHash(before.hash, row)) return 'changed';
  const at = row.at.getTime();
  if (at < before.at) return 'out-of-time';
  for (const { until, seq, hash } of stakes) {
    if (row.seq === seq && row.hash !== hash) return 'not-as-anchored';
    if (row.seq > seq && at < until) return 'out-of-time';
  }
  return null;
}

async function* rowsOf(db: Connection, chain: number): AsyncGenerator<AuditRow> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await db
      .select()
      .from(audit)
      .where(and(eq(audit.chain, chain), gt(audit.seq, after)))
      .orderBy(asc(audit.seq))
      .limit(PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.seq;
  }
}
