import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { DatabaseGate } from '../database-gate';
import { ReferenceDatabase } from '../reference-database';
import { WorkDatabase } from '../work-database';

/** A browser profile in memory: several gates opened on it are several tabs. */
export function createFakeProfile(indexedDB: IDBFactory = new IDBFactory()) {
  const options = { indexedDB, IDBKeyRange } as const;
  // Live queries ask whether there is a database at all.
  Object.assign(Dexie.dependencies, options);
  return {
    indexedDB,
    openWork: () => new DatabaseGate(new WorkDatabase(undefined, options), { reopen: [0, 0, 0] }),
    openReference: () => new DatabaseGate(new ReferenceDatabase(undefined, options), { reopen: [0, 0, 0] }),
  };
}
