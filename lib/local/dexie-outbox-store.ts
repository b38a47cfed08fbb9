import { byAge } from '../outbox/batch';
import { isNewerCase } from '../outbox/case-state';
import type { CaseState, OutboxItem } from '../outbox/item';
import type { OutboxStore } from '../outbox/ports';
import { isSameSubmission } from '../outbox/same-submission';
import { err, ok } from '../shared/result';
import type { DatabaseGate } from './database-gate';
import { readInSlices } from './read-in-slices';
import { readPosition } from './read-position';
import type { FileRow } from './rows';
import { StoreError } from './store-error';
import { damagedItem, upcastItem } from './upcast-item';
import type { WorkDatabase } from './work-database';

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
        const rows = await db.transaction('r', db.outbox, () =>
          readInSlices(db.outbox, ({ id }) => id, readItem),
        );
        return rows.filter((item) => item !== null).sort(byAge);
      }),

    update: (ids, change) => gate.write([db.outbox], () => changeItems(db, ids, change)),

    position: () => gate.read(() => readPosition(db)),

    async commitSync({ ids, items, cases, position }) {
      await gate.write([db.outbox, db.cases, db.files, db.records], async () => {
        const { epoch } = await readPosition(db);
        await changeItems(db, ids, items);
        await changeCases(db, cases);
        // A server restored from its backup has lost files too: they go up again with their texts, also those whose
        // upload ends in another context just now.
        if (epoch !== null && position.epoch !== epoch)
          await db.files.where('state').anyOf('sent', 'ready').modify(readyAgain);
        await db.records.put({ v: 1, key: 'position', position });
      });
    },

    caseStates: () =>
      gate.read(() =>
        db.transaction('r', db.cases, () => readInSlices(db.cases, ({ submissionId }) => submissionId)),
      ),
  };
}

function readyAgain(file: FileRow, ref: { value: FileRow }): void {
  const { uploadUrl: _, ...rest } = file;
  ref.value = { ...rest, state: 'ready', offset: 0, round: (file.round ?? 0) + 1 };
}

/** A row nobody can read is shown, and left exactly as it is: a newer version may still read it. */
function readItem(row: unknown): OutboxItem | null {
  return upcastItem(row) ?? damagedItem(row);
}

/** Of several states of one case the newest stays, in whatever order they stand in the answer. */
async function changeCases(db: WorkDatabase, cases: readonly CaseState[]): Promise<void> {
  for (const some of slicesOf(cases)) {
    const ids = [...new Set(some.map(({ submissionId }) => submissionId))];
    const known = (await db.cases.bulkGet(ids)).filter((state) => state !== undefined);
    const held = new Map(known.map((state) => [state.submissionId, state]));
    const newer = new Map<string, CaseState>();
    for (const state of some) {
      if (!isNewerCase(held.get(state.submissionId), state)) continue;
      held.set(state.submissionId, state);
      newer.set(state.submissionId, state);
    }
    if (newer.size > 0) await db.cases.bulkPut([...newer.values()]);
  }
}

async function changeItems(
  db: WorkDatabase,
  ids: readonly string[],
  change: (item: OutboxItem) => OutboxItem | undefined,
): Promise<readonly OutboxItem[]> {
  const changed: OutboxItem[] = [];
  for (const some of slicesOf([...new Set(ids)])) {
    const rows = await db.outbox.bulkGet([...some]);
    const next = rows
      .map((row) => (row === undefined ? null : upcastItem(row)))
      .map((item) => (item === null ? undefined : change(item)))
      .filter((item) => item !== undefined);
    if (next.length > 0) await db.outbox.bulkPut(next);
    changed.push(...next);
  }
  return changed;
}

/** A browser is asked for all rows of a call in one go: more at a time would make the page deaf on a cheap phone. */
const ROWS_AT_ONCE = 40;

/** At least one slice, if an empty one: a transaction in which nothing is asked for is over before its next step. */
const slicesOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(all.length / ROWS_AT_ONCE)) }, (_, n) =>
    all.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE),
  );
