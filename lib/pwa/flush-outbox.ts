import { keepBytes } from '../browser/keep-bytes';
import type { SyncRuntime } from '../browser/sync-runtime';
import { createWorkRoom, type WorkRoom } from '../browser/work-room';
import { createWorkerSyncRuntime } from '../browser/worker-sync';

let room: WorkRoom | undefined;
let runtime: SyncRuntime | undefined;

/** Sends what waits, from the worker: also when every page is closed. Resolves true when nothing more is due now. */
export async function flushOutbox(): Promise<boolean> {
  room ??= createWorkRoom();
  runtime ??= createWorkerSyncRuntime(room);
  const outcome = await runtime.flush();
  await keepBytes(room);
  return typeof outcome === 'string' || outcome.end === 'done';
}
