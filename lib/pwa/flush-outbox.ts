import type { SyncRuntime } from '../browser/sync-runtime';
import { createWorkerSyncRuntime } from '../browser/worker-sync';

let runtime: SyncRuntime | undefined;

/** Sends what waits, from the worker: also when every page is closed. Resolves true when nothing more is due now. */
export async function flushOutbox(): Promise<boolean> {
  runtime ??= createWorkerSyncRuntime();
  const outcome = await runtime.flush();
  return typeof outcome === 'string' || outcome.end === 'done';
}
