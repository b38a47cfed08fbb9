import { Dexie } from 'dexie';
import type { DatabaseGate } from '../local/database-gate';

/** Tells of every change of a database, by this tab, another tab or the worker, without reading anything; and whether it touched a table. */
export function watchChanges<DB extends Dexie>(
  gate: DatabaseGate<DB>,
  onChange: (touches: (table: string) => boolean) => void,
): () => void {
  const onMutated = (parts: object): void => {
    const prefix = `idb://${gate.db.name}/`;
    const changed = Object.keys(parts).filter((part) => part === 'all' || part.startsWith(prefix));
    const touches = (table: string): boolean =>
      changed.some((part) => part === 'all' || part.startsWith(`${prefix}${table}/`));
    if (changed.length > 0) onChange(touches);
  };
  Dexie.on('storagemutated', onMutated);
  return () => Dexie.on.storagemutated.unsubscribe(onMutated);
}
