import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Database } from '../db/client';
import { runTransaction } from '../db/run-transaction';
import { createDurably } from '../storage/durable-file';
import { CHAINS } from './append-audit';

const anchorSchema = z.strictObject({
  v: z.literal(1),
  /** Every row before this instant is in it, and none after. */
  until: z.iso.datetime(),
  rows: z.int(),
  /** Number and hash of the last row of each chain that had one. */
  heads: z.array(
    z.strictObject({ chain: z.int(), seq: z.int(), hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  ),
});

/** Where the audit trail stood. Kept where whoever can change the database cannot, it shows that rows at the end are gone. */
export type Anchor = z.infer<typeof anchorSchema>;

/** Null when the text is not an anchor. */
export function parseAnchor(text: string): Anchor | null {
  try {
    const parsed = z.safeParse(anchorSchema, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Where the trail stood at `until`, which has to be past. Waits for every transaction that appended before: after it, no row
 * of that time can come any more.
 */
export function takeAnchor(db: Database, until: Date): Promise<Anchor> {
  return runTransaction(db, async (tx) => {
    for (let chain = 0; chain < CHAINS; chain += 1)
      await tx.execute(sql`SELECT pg_advisory_xact_lock(7381206, ${chain})`);
    const { rows } = await tx.execute<{ chain: number; seq: string; hash: string }>(
      sql`SELECT DISTINCT ON (chain) chain, seq, hash FROM audit WHERE at < ${until.toISOString()}::timestamptz ORDER BY chain, seq DESC`,
    );
    const heads = rows.map(({ chain, seq, hash }) => ({ chain, seq: Number(seq), hash }));
    return {
      v: 1 as const,
      until: until.toISOString(),
      rows: heads.reduce((all, { seq }) => all + seq, 0),
      heads,
    };
  });
}

const folderOf = (dataDir: string) => path.join(dataDir, 'audit-anchors');

/** Anchors the trail as of the last midnight (UTC), once. Resolves with the anchor, or null when that day has one. */
export async function anchorDay(db: Database, dataDir: string, now: Date): Promise<Anchor | null> {
  const midnight = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const file = path.join(folderOf(dataDir), `${midnight.toISOString().slice(0, 10)}.json`);
  if (await isThere(file)) return null;
  const anchor = await takeAnchor(db, midnight);
  const isOurs = await createDurably(file, Buffer.from(JSON.stringify(anchor)));
  return isOurs ? anchor : null;
}

const DAY = 24 * 60 * 60 * 1000;

/** The anchors of a data folder, oldest first. `damaged` are files that are none. */
export async function readAnchors(
  dataDir: string,
): Promise<{ readonly anchors: readonly Anchor[]; readonly damaged: readonly string[] }> {
  const anchors: Anchor[] = [];
  const damaged: string[] = [];
  for (const name of (await namesIn(folderOf(dataDir))).toSorted()) {
    const anchor = parseAnchor(await readFile(path.join(folderOf(dataDir), name), 'utf8'));
    if (anchor) anchors.push(anchor);
    else damaged.push(name);
  }
  return { anchors, damaged };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await readFile(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
