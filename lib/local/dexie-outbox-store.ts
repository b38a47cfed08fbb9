import type { OutboxItem } from '../outbox/item';
import type { OutboxStore, SyncPosition } from '../outbox/ports';
import { err, ok } from '../shared/result';
import type { DatabaseGate } from './database-gate';
import { isSameSubmission } from './same-submission';
import { StoreError } from './store-error';
import { damagedItem, upcastItem } from './upcast-item';
import type { WorkDatabase } from './work-database';

const NEVER: SyncPosition = { cursor: 0, epoch: null, backupSeq: 0, lastContact: null };

/** The queue in the work database. Expected failures of the other methods leave as StoreError and changed nothing. */
export function createDexieOutboxStore(gate: DatabaseGate<WorkDatabase>): OutboxStore {
  const { db } = gate;
  return {
    async add(item) {
      try {
        return await gate.write([db.outbox], async () => {
          const there = await db.outbox.get(item.id);
          if (there === undefined) await db.outbox.add(item);
          else if (!isSameSubmission(there.submission, item.submission)) return err({ type: 'conflict' });
          return ok(undefined);
        });
      } catch (error) {
        if (error instanceof StoreError) return err(error.problem);
        throw error;
      }
    },

    get: (id) =>
      gate.read(async () => {
        const row = await db.outbox.get(id);
        return row === undefined ? undefined : (readItem(row) ?? undefined);
      }),

    all: () =>
      gate.read(async () => {
        // Sorted here: an index leaves out a row that lacks its key, and no row may be missing.
        const items = (await db.outbox.toArray()).map(readItem).filter((item) => item !== null);
        return items.sort((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1));
      }),

    update: (ids, change) => gate.write([db.outbox], () => changeItems(db, ids, change)),

    position: () => gate.read(() => readPosition(db)),

    async commitSync({ ids, items, cases, position }) {
      await gate.write([db.outbox, db.cases, db.records], async () => {
        await changeItems(db, ids, items);
        for (const state of cases) {
          const known = await db.cases.get(state.submissionId);
          if (known === undefined || known.seq < state.seq) await db.cases.put(state);
        }
        await db.records.put({ v: 1, key: 'position', position });
      });
    },

    caseStates: () => gate.read(() => db.cases.toArray()),
  };
}

/** A row nobody can read is shown, and left exactly as it is: a newer version may still read it. */
function readItem(row: unknown): OutboxItem | null {
  return upcastItem(row) ?? damagedItem(row);
}

async function changeItems(
  db: WorkDatabase,
  ids: readonly string[],
  change: (item: OutboxItem) => OutboxItem | undefined,
): Promise<readonly OutboxItem[]> {
  const rows = await db.outbox.bulkGet([...new Set(ids)]);
  const changed: OutboxItem[] = [];
  for (const row of rows) {
    const item = row === undefined ? null : upcastItem(row);
    const next = item === null ? undefined : change(item);
    if (next !== undefined) changed.push(next);
  }
  await db.outbox.bulkPut(changed);
  return changed;
}

async function readPosition(db: WorkDatabase): Promise<SyncPosition> {
  const row = await db.records.get('position');
  return row?.key === 'position' ? { ...NEVER, ...row.position } : NEVER;
}
