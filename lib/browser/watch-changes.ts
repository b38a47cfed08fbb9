import { Dexie } from 'dexie';
import type { DatabaseGate } from '../local/database-gate';

/** Tells of every change of a database, by this tab, another tab or the worker, without reading anything. */
export function watchChanges<DB extends Dexie>(gate: DatabaseGate<DB>, onChange: () => void): () => void {
  const onMutated = (parts: object): void => {
    const prefix = `idb://${gate.db.name}/`;
    if (Object.keys(parts).some((part) => part === 'all' || part.startsWith(prefix))) onChange();
  };
  Dexie.on('storagemutated', onMutated);
  return () => Dexie.on.storagemutated.unsubscribe(onMutated);
}
