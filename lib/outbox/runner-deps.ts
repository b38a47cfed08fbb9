import type { Chance, Clock } from '../shared/clock';
import type { WaitReason } from './item';
import type { FileSender, OutboxStore, ReceiptVerifier, SyncSender } from './ports';

/** What a runner works with. Several runners, in tabs and the worker, may share one store. */
export interface RunnerDeps {
  readonly store: OutboxStore;
  readonly sender: SyncSender;
  readonly verifier: ReceiptVerifier;
  readonly files?: FileSender;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Names this context; two contexts never share one, or a lease of the one would be the other's. */
  readonly owner: string;
  /** Whether the context of this name no longer exists; false when that cannot be told, then its lease has to run out. */
  readonly isGone?: (owner: string) => Promise<boolean>;
  /** Version of the catalogue on this device, for the request. */
  readonly catalogueVersion: () => number | Promise<number>;
  /** Bytes of the first batch (OB-8) when they are not 24 KiB: less lets a few items fill several requests. */
  readonly startBytes?: number;
}

export interface FlushOptions {
  /** The line came back or a person pressed: items that wait for a line or a session go at once. */
  readonly hurry?: boolean;
  /** The server that had failed answers again, or a person pressed: with `hurry`, items go too that wait because it failed. */
  readonly afterFailure?: boolean;
  readonly signal?: AbortSignal;
}

/** What one flush did, for whoever asked. */
export interface FlushReport {
  /**
   * `done`: nothing due is left · `waits`: no answer, everything due waits · `refused`: the server refused an empty
   * request · `quiet`: the server asked to be left alone and nothing was sent · `aborted`: the signal ended it.
   */
  readonly end: 'done' | 'waits' | 'refused' | 'quiet' | 'aborted';
  readonly reason: WaitReason | null;
  /** Ids by what their last answer in this flush was. */
  readonly received: readonly string[];
  readonly refused: readonly string[];
  /** How many requests were made. */
  readonly exchanges: number;
  /** Version of the server's catalogue, when it answered. */
  readonly catalogueVersion: number | null;
  /** Device time of the earliest next try; null when nothing waits. */
  readonly nextTryAt: number | null;
  /** Device time until which the server asked to be left alone; null when it did not. */
  readonly quietUntil: number | null;
  /** Something would go as soon as the server answers, and nothing forbids to ask it. */
  readonly waitsForLine: boolean;
}
