import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { WORK_DATABASE } from '../../lib/local/work-database';
import type { OldWork } from './fixture';
import { unpackRow } from './row-text';

/** A browser's storage as it was on the day of the fixture: made with the schema of that day, not with today's. */
export async function layDown({ databaseVersion, tables }: OldWork): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const db = new Dexie(WORK_DATABASE, { indexedDB, IDBKeyRange });
  db.version(databaseVersion).stores(
    Object.fromEntries(Object.entries(tables).map(([name, { schema }]) => [name, schema])),
  );
  await db.open();
  for (const [name, { rows }] of Object.entries(tables))
    await db.table(name).bulkAdd((await Promise.all(rows.map(unpackRow))) as object[]);
  db.close();
  return indexedDB;
}
