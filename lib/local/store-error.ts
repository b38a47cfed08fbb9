import type { StoreProblem } from '../outbox/ports';

/** A store call that changed nothing, with the reason a screen can name. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly problem: StoreProblem,
    cause: unknown,
  ) {
    super(problem.type, { cause });
  }
}

/** Names browsers and Dexie give to "the disk or the quota is full". */
const FULL = new Set(['QuotaExceededError', 'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR']);

/** Names under which a lost, closed or broken database shows itself. Safari says UnknownError after the background. */
const DOWN = new Set([
  'DatabaseClosedError',
  'OpenFailedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
  'AbortError',
]);

/** Says which expected failure of the store an exception is; null = a defect, which must rise. */
export function storeProblemOf(error: unknown): StoreProblem | null {
  const names = chainOfNames(error);
  if (names.some((name) => FULL.has(name))) return { type: 'storage-full' };
  if (names.some((name) => DOWN.has(name))) return { type: 'store-down' };
  return null;
}

/** Runs a store call; expected failures leave as StoreError, defects as they are. */
export async function translated<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const problem = storeProblemOf(error);
    throw problem ? new StoreError(problem, error) : error;
  }
}

function chainOfNames(error: unknown): string[] {
  const names: string[] = [];
  let link: unknown = error;
  while (typeof link === 'object' && link !== null && names.length < 6) {
    names.push(String((link as { name?: unknown }).name));
    link = (link as { inner?: unknown }).inner ?? (link as { cause?: unknown }).cause;
  }
  return names;
}
