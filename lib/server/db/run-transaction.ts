import type { Connection, Database } from './client';
import { isTransient } from './failures';

const ATTEMPTS = 4;

/** One transaction, done again from the start when it met a deadlock or a serialisation failure. */
export async function runTransaction<T>(db: Database, work: (tx: Connection) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}
