import type { Dexie, Table, Transaction } from 'dexie';
import { err, ok, type Result } from '../shared/result';
import { StoreError, translated } from './store-error';

export type OpenProblem =
  /** Another window holds an older (or newer) version and does not let go. */
  | { readonly type: 'store-blocked' }
  /** This browser keeps nothing here: private window, blocked storage. */
  | { readonly type: 'store-unavailable' }
  | { readonly type: 'store-down' };

export type GateState = 'closed' | 'open' | OpenProblem['type'];

/** Longest wait for another window to let go, milliseconds. */
const OPEN_TIMEOUT = 5000;
/** Waits before each reopening of a connection that was lost, milliseconds. */
const REOPEN_WAITS = [0, 250, 1000] as const;
/** The table that holds bytes of files. */
const FILE_BYTES = 'fileParts';
const FORBIDDEN = new Set(['MissingAPIError', 'SecurityError', 'InvalidStateError']);

/**
 * The one way to a database. Writes resolve only after the transaction itself resolved: a `put` that resolved can
 * still fail at commit. A lost connection is reopened up to three times and the work run again; what fails after that
 * leaves as StoreError and changed nothing. The database is never deleted, whatever happens to it.
 */
export class DatabaseGate<DB extends Dexie> {
  #state: GateState = 'closed';
  #opening: Promise<Result<void, OpenProblem>> | null = null;
  readonly #listeners = new Set<(state: GateState) => void>();
  /**
   * Called when a write did not fit. Resolves true when room was made for words; files never get it. Then the write is
   * tried again.
   */
  onFull?: (isText: boolean) => Promise<boolean>;

  constructor(
    readonly db: DB,
    readonly waits: { readonly openTimeout?: number; readonly reopen?: readonly number[] } = {},
  ) {
    // An old tab that does not close would hold up the new version everywhere. It may open again afterwards: rows
    // carry their own version, so an old tab beside a new one does no harm.
    db.on('versionchange', () => {
      db.close();
      this.#become('closed');
      return false;
    });
    db.on('close', () => this.#become('closed'));
  }

  get state(): GateState {
    return this.#state;
  }

  /** Called with every change of state; returns the way to stop. */
  onState(listener: (state: GateState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Opens once; later calls share the answer, a failed opening is tried again. */
  open(): Promise<Result<void, OpenProblem>> {
    if (this.#state === 'open' && this.db.isOpen()) return Promise.resolve(ok(undefined));
    this.#opening ??= this.#openWithin().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  read<T>(work: (db: DB) => PromiseLike<T>): Promise<T> {
    return this.#withReopening(() => translated(() => work(this.db)));
  }

  /** One read-write transaction over `tables`; resolves after the durable commit. `work` awaits nothing but the database. */
  async write<T>(tables: readonly Table[], work: (db: DB, tx: Transaction) => PromiseLike<T>): Promise<T> {
    const attempt = () =>
      this.#withReopening(() =>
        translated(() => this.db.transaction('rw', [...tables], (tx) => work(this.db, tx))),
      );
    try {
      return await attempt();
    } catch (error) {
      const isText = !tables.some(({ name }) => name === FILE_BYTES);
      if (!isFull(error) || !(await this.onFull?.(isText).catch(() => false))) throw error;
      return attempt();
    }
  }

  async #withReopening<T>(attempt: () => Promise<T>): Promise<T> {
    const waits = this.waits.reopen ?? REOPEN_WAITS;
    for (let tries = 0; ; tries += 1) {
      try {
        await this.#requireOpen();
        return await attempt();
      } catch (error) {
        if (!isDown(error)) throw error;
        const wait = waits[tries];
        if (wait === undefined || this.#state === 'store-blocked') {
          this.#become(this.#state === 'store-blocked' ? 'store-blocked' : 'store-down');
          throw error;
        }
        this.db.close();
        this.#become('closed');
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  async #requireOpen(): Promise<void> {
    const opened = await this.open();
    if (!opened.ok) throw new StoreError({ type: 'store-down' }, opened.problem);
  }

  async #openWithin(): Promise<Result<void, OpenProblem>> {
    const opened = this.db.open().then(
      () => ok(undefined),
      (error: unknown) => err(openProblemOf(error)),
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Result<void, OpenProblem>>((resolve) => {
      const wait = this.waits.openTimeout ?? OPEN_TIMEOUT;
      timer = setTimeout(() => resolve(err({ type: 'store-blocked' })), wait);
    });
    const result = await Promise.race([opened, late]);
    clearTimeout(timer);
    this.#become(result.ok ? 'open' : result.problem.type);
    // The other window may let go later: the opening goes on behind the message.
    if (!result.ok && result.problem.type === 'store-blocked')
      void opened.then((after) => after.ok && this.#become('open'));
    return result;
  }

  #become(state: GateState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

function isFull(error: unknown): boolean {
  return error instanceof StoreError && error.problem.type === 'storage-full';
}

function isDown(error: unknown): boolean {
  return error instanceof StoreError && error.problem.type === 'store-down';
}

function openProblemOf(error: unknown): OpenProblem {
  const { name, inner } = error as { name?: string; inner?: { name?: string } };
  if (name === 'VersionError' || inner?.name === 'VersionError') return { type: 'store-blocked' };
  if (FORBIDDEN.has(name ?? '') || FORBIDDEN.has(inner?.name ?? '')) return { type: 'store-unavailable' };
  return { type: 'store-down' };
}
