import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { assert } from '../../shared/assert';
import { appendAudit } from '../audit/append-audit';
import { SYSTEM } from '../audit/audit-entry';
import type { Database } from '../db/client';
import { runTransaction } from '../db/run-transaction';
import { serverState } from '../db/schema/server-state';
import { writeDurably } from '../storage/durable-file';

/**
 * Counts the starts in the database and in a file of the data folder. A database that is behind the file was restored
 * from a backup: it gets a new epoch, and devices offer again what they hold (`DESIGN.md`, restore). Resolves with
 * whether that happened. A restore that no later start saw has to be told by `startNewEpoch`.
 */
export async function guardEpoch(db: Database, dataDir: string): Promise<boolean> {
  const file = path.join(dataDir, 'generation');
  const known = Number(await readIfThere(file)) || 0;
  const { generation, restored } = await runTransaction(db, async (tx) => {
    const [state] = await tx.select().from(serverState).where(eq(serverState.id, 1)).for('update');
    assert(state, 'the database was migrated');
    const isBehind = state.generation < known;
    const next = Math.max(state.generation, known) + 1;
    await tx
      .update(serverState)
      .set({ generation: next, ...(isBehind ? { epoch: randomUUID() } : {}) })
      .where(eq(serverState.id, 1));
    if (isBehind)
      await appendAudit(tx, 'epoch', [{ ...SYSTEM, action: 'epoch.began', detail: { generation: next } }]);
    return { generation: next, restored: isBehind };
  });
  // After the commit: a file that is behind its database is harmless, the other way round would look like a restore.
  await writeDurably(file, Buffer.from(String(generation)));
  return restored;
}

/** To be called by whoever restores a backup by hand. */
export async function startNewEpoch(db: Database): Promise<void> {
  await runTransaction(db, async (tx) => {
    await tx.update(serverState).set({ epoch: randomUUID() }).where(eq(serverState.id, 1));
    await appendAudit(tx, 'epoch', [{ ...SYSTEM, action: 'epoch.began' }]);
  });
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
