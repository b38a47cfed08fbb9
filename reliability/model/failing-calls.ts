import type { DBCore } from 'dexie';
import type { WorkDatabase } from '../../lib/local/work-database';

/** The failure that was planned, as it leaves a port that has no failure of its own. */
export class PlannedError extends Error {
  override readonly name = 'PlannedError';
}

/** Counts every call of every port, and lets the one with the planned number fail. */
export class CallCounter {
  calls = 0;
  /** Which call failed, in words. */
  failed: string | null = null;
  #at = Number.POSITIVE_INFINITY;

  /** From now on calls are counted from one; the `at`-th fails. */
  plan(at = Number.POSITIVE_INFINITY): void {
    this.calls = 0;
    this.failed = null;
    this.#at = at;
  }

  /** Comes before a call. Throws what `failure` makes when it is this one's turn. */
  count(port: string, failure: () => Error = () => new PlannedError(port)): void {
    this.calls += 1;
    if (this.calls !== this.#at) return;
    this.failed = port;
    throw failure();
  }

  /** The same port, every method counted. */
  around<T extends object>(name: string, port: T): T {
    const methods = Object.entries(port).map(([method, call]) => [
      method,
      async (...args: unknown[]) => {
        this.count(`${name}.${method}`);
        return (call as (...args: unknown[]) => unknown)(...args);
      },
    ]);
    return Object.fromEntries(methods) as T;
  }
}

/** Names under which a browser's database fails: the disk is full, or the connection is lost. */
export type DatabaseFailure = 'QuotaExceededError' | 'UnknownError';

/** Counts every call that reaches IndexedDB. */
export function countDatabaseCalls(db: WorkDatabase, counter: CallCounter, name: DatabaseFailure): void {
  const create = (core: DBCore): DBCore => ({
    ...core,
    table: (tableName) => {
      const table = core.table(tableName);
      const counted =
        <A extends unknown[], R>(call: string, method: (...args: A) => Promise<R>) =>
        async (...args: A): Promise<R> => {
          counter.count(`${tableName}.${call}`, () => Object.assign(new Error(call), { name }));
          return method(...args);
        };
      return {
        ...table,
        get: counted('get', table.get),
        getMany: counted('getMany', table.getMany),
        query: counted('query', table.query),
        openCursor: counted('openCursor', table.openCursor),
        mutate: counted('mutate', table.mutate),
      };
    },
  });
  db.use({ stack: 'dbcore', name: 'counting', create });
  // Opened again by whoever comes next, with the counting in between.
  db.close();
}
