import type { ItemProblem, ReceiptClaims, SyncRequest, SyncResponse } from '../contract/wire';
import type { Result } from '../shared/result';
import type { CaseState, OutboxItem, WaitReason } from './item';

/** Where the device stands with the server. */
export interface SyncPosition {
  readonly cursor: number;
  readonly epoch: string | null;
  readonly backupSeq: number;
  /** ISO instant of the server at the last verified contact, and the device clock then. */
  readonly lastContact: { readonly serverTime: string; readonly deviceTime: number } | null;
  /** Device time before which the server asked to be left alone; binds every context. Absent = it did not. */
  readonly quietUntil?: number;
}

/** Storage of the queue. Every method resolves only after a durable commit; a method that rejects changed nothing. */
export interface OutboxStore {
  /** Adds a new item. Refuses an id that is already there with other bytes (`conflict`); the same bytes are fine. */
  add(item: OutboxItem): Promise<Result<void, { readonly type: 'conflict' } | StoreProblem>>;
  get(id: string): Promise<OutboxItem | undefined>;
  /** All items, oldest first. */
  all(): Promise<readonly OutboxItem[]>;
  /** In one transaction: reads each item, applies `change`, writes what it returns; undefined leaves it. */
  update(
    ids: readonly string[],
    change: (item: OutboxItem) => OutboxItem | undefined,
  ): Promise<readonly OutboxItem[]>;
  position(): Promise<SyncPosition>;
  /** In one transaction: items, case states (by `isNewerCase`) and the position, all or nothing. */
  commitSync(commit: {
    readonly items: (current: OutboxItem) => OutboxItem | undefined;
    readonly ids: readonly string[];
    readonly cases: readonly CaseState[];
    readonly position: SyncPosition;
  }): Promise<void>;
  caseStates(): Promise<readonly CaseState[]>;
}

export type StoreProblem = { readonly type: 'storage-full' } | { readonly type: 'store-down' };

/** One exchange. Only a parsed body of the protocol counts as an answer; everything else is a SendProblem. */
export interface SyncSender {
  /** `newsOnly`: another request is on its way, whose answer tells the changes so far; a server need not heed it. */
  send(request: SyncRequest, newsOnly?: boolean): Promise<Result<SyncResponse, SendProblem>>;
}

export type SendProblem =
  | { readonly type: 'wait'; readonly reason: WaitReason; readonly retryAfterMs?: number }
  | { readonly type: 'refused'; readonly problem: ItemProblem };

export interface ReceiptVerifier {
  /** Claims of a receipt whose signature, id and hash match; anything else is not a receipt. */
  verify(
    jws: string,
    expected: { readonly id: string; readonly sha256: string },
  ): Promise<Result<ReceiptClaims, { readonly type: 'receipt-not-verified' }>>;
  submissionHash(item: Pick<OutboxItem, 'submission'>): Promise<string>;
}

/** Sends files of received items. Called only when no text waits. */
export interface FileSender {
  /** One file, resumed where it stopped. Asks between two pieces whether a text came, and then stops: `interrupted`. */
  sendNext(
    signal: AbortSignal,
    textCame: () => Promise<boolean>,
  ): Promise<'sent' | 'interrupted' | 'nothing-left' | { readonly wait: WaitReason }>;
}
