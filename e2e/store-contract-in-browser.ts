/*
 * Runs inside a page: the promises of the queue's storage, on the real IndexedDB. Bundled by store-contract.spec.ts.
 */
import { DatabaseGate } from '../lib/local/database-gate';
import { createDexieOutboxStore } from '../lib/local/dexie-outbox-store';
import { WorkDatabase } from '../lib/local/work-database';
import { outboxStoreContract } from '../lib/outbox/testing/store-contract';

let databases = 0;

/** Runs one promise by its number; resolves with what went wrong, or null. */
async function keeps(index: number): Promise<string | null> {
  databases += 1;
  const name = `contract-${databases}`;
  const gates: DatabaseGate<WorkDatabase>[] = [];
  const openStore = () => {
    const gate = new DatabaseGate(new WorkDatabase(name));
    gates.push(gate);
    return createDexieOutboxStore(gate);
  };
  try {
    await outboxStoreContract[index]?.run(async () => ({
      store: openStore(),
      reopen: async () => reopened(gates, openStore),
    }));
    return null;
  } catch (error) {
    return String(error);
  } finally {
    for (const gate of gates) gate.db.close();
  }
}

/** As after a restart: nobody holds the database any more. */
function reopened<T>(gates: readonly DatabaseGate<WorkDatabase>[], open: () => T): T {
  for (const gate of gates) gate.db.close();
  return open();
}

Object.assign(globalThis, { storeContract: { keeps } });
