import pg from 'pg';

/**
 * What happens around one statement of a request. `crash`: the whole server is gone, and nobody hears anything more.
 * `database`: the database ends the connection, as at its own restart (57P01). Before the statement, or when the
 * database has carried it out already.
 */
export type StatementFault = 'crash-before' | 'crash-after' | 'database-before' | 'database-after';

/** The plan for the statements of one request, and who hears of a crash. */
export interface StatementPlan {
  /** Statements still to pass; the fault comes with the one at zero. Negative: no fault. */
  left: number;
  how: StatementFault;
  /** Statements that the current request has sent so far. */
  seen: number;
  crashed: () => void;
  /** Ends a connection at the database and resolves when it is gone. */
  terminate: (pid: number) => Promise<void>;
}

export const noPlan = (terminate: StatementPlan['terminate']): StatementPlan => ({
  left: -1,
  how: 'crash-before',
  seen: 0,
  crashed: () => {},
  terminate,
});

const NEVER = new Promise<never>(() => {});
const ended = () =>
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });

/** Pools of servers that crashed. */
const crashed = new WeakSet<pg.Pool>();

type Callback = (error: Error | undefined, result?: unknown) => void;

/** A pool whose connections fail at the planned statement. Everything else is the ordinary driver. */
export function faultyPool(connectionString: string, plan: StatementPlan): pg.Pool {
  class FaultyClient extends pg.Client {
    readonly #plain = pg.Client.prototype.query.bind(this) as (...args: unknown[]) => Promise<unknown>;

    // biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads end in any
    override query(...args: any[]): any {
      // A server that is gone does nothing more, also not what follows from a lost connection.
      if (crashed.has(pool)) return args.some((arg) => typeof arg === 'function') ? undefined : NEVER;
      plan.seen += 1;
      if (plan.left < 0 || plan.left-- > 0) return this.#plain(...args);
      const callback = args.at(-1);
      const hasCallback = typeof callback === 'function';
      const outcome = this.#fail(hasCallback ? args.slice(0, -1) : args);
      if (!hasCallback) return outcome;
      outcome.then(
        (result) => (callback as Callback)(undefined, result),
        (error: Error) => (callback as Callback)(error),
      );
    }

    async #fail(args: unknown[]): Promise<unknown> {
      const pid = (this as unknown as { processID: number }).processID;
      if (plan.how.endsWith('-after')) await this.#plain(...args).catch(() => {});
      if (plan.how.startsWith('crash')) {
        crashed.add(pool);
        plan.crashed();
        return NEVER;
      }
      const isOver = new Promise((resolve) => this.once('end', resolve));
      await plan.terminate(pid);
      // Only now is it always the same failure that the next statement meets.
      await isOver;
      if (plan.how === 'database-after') throw ended();
      return this.#plain(...args);
    }
  }
  const pool: pg.Pool = new pg.Pool({
    connectionString,
    max: 4,
    Client: FaultyClient as unknown as typeof pg.Client,
    application_name: 'sheba-setu',
  });
  pool.on('error', () => {});
  // A connection that ends while it is lent out says so to nobody else.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
