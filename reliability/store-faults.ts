import type { DBCore } from 'dexie';
import type { WorkDatabase } from '../lib/local/work-database';

/** How a write of the device fails: at once, when the whole transaction commits, or because the connection was lost. */
export type StoreFault = 'write' | 'commit' | 'lost';

/** What is planned for the writes of a device; `left` counts down with every write. */
export interface FaultPlan {
  left: number;
  how: StoreFault;
  /** Writes that failed so far. */
  failed: number;
}

export const noFaults = (): FaultPlan => ({ left: 0, how: 'write', failed: 0 });

/** fake-indexeddb's transaction, as far as a failing commit needs it. */
interface FakeTransaction {
  _start(): void;
  _abort(name: string): void;
  readonly _requests: readonly unknown[];
  readonly _state: string;
}

/** Makes the n-th write of this connection fail as planned. The plan may be shared by several connections. */
export function addStoreFaults(db: WorkDatabase, plan: FaultPlan): void {
  const create = (core: DBCore): DBCore => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return {
        ...table,
        mutate: async (request) => {
          if (plan.left > 0 && --plan.left === 0) fail(plan, request.trans as unknown as FakeTransaction);
          return table.mutate(request);
        },
      };
    },
  });
  db.use({ stack: 'dbcore', name: 'faults', create });
}

function fail(plan: FaultPlan, transaction: FakeTransaction): void {
  plan.failed += 1;
  if (plan.how === 'write') throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  const start = transaction._start;
  // Every write resolves, and then the commit fails: what a full disk does in Chromium.
  transaction._start = function (this: FakeTransaction) {
    if (this._requests.length > 0 || this._state === 'finished') return start.call(this);
    this._abort(plan.how === 'commit' ? 'QuotaExceededError' : 'AbortError');
  };
}
