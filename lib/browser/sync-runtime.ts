import { tidyKept } from '../local/tidy-kept';
import type { FileSender, ReceiptVerifier } from '../outbox/ports';
import { createOutboxRunner } from '../outbox/run-outbox';
import type { FlushOptions, FlushReport } from '../outbox/runner-deps';
import { createHttpSyncSender } from '../remote/http-sync-sender';
import type { Chance } from '../shared/clock';
import { breathe } from './breathe';
import type { DeviceCheckIn } from './check-in';
import { keepTicket } from './device-ticket';
import type { FlushLock } from './flush-lock';
import type { LiveOwner } from './live-owner';
import type { WorkRoom } from './work-room';

export interface SyncDeps {
  readonly room: WorkRoom;
  readonly verifier: ReceiptVerifier;
  readonly files: FileSender;
  readonly lock: FlushLock;
  readonly chance: Chance;
  /** Names this context, and tells which others are no more. */
  readonly owner: LiveOwner;
  /** Says what lies here; null as long as its code is not there. The worker has none: what a window has told stays true without it. */
  readonly checkIn?: () => DeviceCheckIn | null;
  /** Fetches a newer catalogue. The worker has none: the next window hears of it with its first exchange. */
  readonly refreshCatalogue?: (room: WorkRoom) => Promise<unknown>;
}

/** `not-enrolled`: this device has no name on the server yet, so nothing can go. `busy`: another context is at it. */
export type SyncOutcome = FlushReport | 'not-enrolled' | 'busy';

export interface SyncRuntime {
  /** Sends what is due, takes what is new. Rejects with StoreError when the store does; then nothing is lost. */
  flush(options?: FlushOptions): Promise<SyncOutcome>;
}

/** Joins store, sender, verifier and files into the engine of the queue; the same in a window and in the worker. */
export function createSyncRuntime(deps: SyncDeps): SyncRuntime {
  const { room, verifier, files, lock, chance, owner } = deps;
  const catalogueVersion = () => room.reference.catalogueVersion().catch(() => 0);
  const checkIn = deps.checkIn ?? (() => null);
  const runner = createOutboxRunner({
    store: room.outbox,
    sender: createHttpSyncSender(
      { ...room.line, fetch: (input, init) => (checkIn()?.line ?? room.line).fetch(input, init) },
      breathe,
    ),
    verifier,
    files,
    clock: room.now,
    chance,
    owner: owner.name,
    isGone: owner.isGone,
    catalogueVersion,
  });

  async function flushAndFollow(options?: FlushOptions): Promise<FlushReport> {
    const report = await runner.flushOnce(options);
    if (report.catalogueVersion !== null && report.catalogueVersion > (await catalogueVersion()))
      await deps.refreshCatalogue?.(room);
    if (report.end === 'done') await tidyKept(room.gate, room.now());
    if (report.catalogueVersion !== null) await keepTicket(room);
    await checkIn()?.follow();
    return report;
  }

  return {
    async flush(options) {
      await checkIn()?.look();
      if ((await room.records.device()) === null) return 'not-enrolled';
      try {
        return await lock.run(() => flushAndFollow(options));
      } catch (error) {
        // Another context took the lock because this one looked frozen. The leases keep what is still running apart.
        if ((error as { name?: unknown }).name === 'AbortError') return 'busy';
        throw error;
      }
    },
  };
}
