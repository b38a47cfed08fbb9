import { verifyReceipt } from '../crypto/receipt';
import { submissionHash } from '../crypto/submission-hash';
import { spendReserve } from '../local/reserve';
import { uploadFile } from '../remote/tus-uploader';
import { createFileSender } from './file-sender';
import { createFlushLock } from './flush-lock';
import { createLiveOwner } from './live-owner';
import { createReceiptVerifier } from './receipt-verifier';
import { currentKeys, refreshKeys } from './server-keys';
import { createSyncRuntime, type SyncRuntime } from './sync-runtime';
import { createWorkRoom, type WorkRoom } from './work-room';

/** The engine for the service worker: no React, no window, and nothing loaded late, which workers forbid. */
export function createWorkerSyncRuntime(room: WorkRoom = createWorkRoom()): SyncRuntime {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('setu-flush');
  // A receipt is worth more than the room kept back for words.
  room.gate.onFull = async (isText) => isText && spendReserve(room.gate);
  return createSyncRuntime({
    room,
    verifier: createReceiptVerifier({
      tools: () => ({ verifyReceipt, submissionHash }),
      keys: () => currentKeys(room),
      freshKeys: () => refreshKeys(room),
    }),
    files: createFileSender({
      files: room.files,
      upload: (job, signal) => uploadFile(room.line, job, signal),
      now: room.now,
    }),
    lock: createFlushLock({ locks: navigator.locks, channel, now: room.now }),
    chance: Math.random,
    owner: createLiveOwner(navigator.locks, `worker-${room.newId()}`),
  });
}
