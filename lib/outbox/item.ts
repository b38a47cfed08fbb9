import type { CaseStatus, ItemProblem, WireSubmission } from '../contract/wire';

/** What every queued item has. The submission is sealed: no context can read it back. `v` is the row's version. */
export interface ItemBase {
  readonly v: 1;
  readonly id: string;
  readonly submission: WireSubmission;
  /** Device clock when it was queued; order within the device. */
  readonly queuedAt: number;
  /** Attempts made so far, kept for the person and for backoff. */
  readonly attempts: number;
  /** Device clock when it was last sent; absent when it never was, and on rows of builds before 22 November 2026. */
  readonly triedAt?: number;
  /**
   * Whether a request with it may ever have left, or it was received; nothing sets it back. While it is _sending_, what was so
   * before. Absent until it is first taken, and on rows of older builds: read it with `wasEverSent`.
   */
  readonly wasSent?: boolean;
  /** Hash of the submission as it was queued (section 4 of the protocol): bytes that changed since are found before they go. Absent on rows of older builds. */
  readonly sha256?: string;
}

/** A person stopped the item: it does not go until a person lets it. On states that could go. */
interface Stoppable {
  readonly held?: true;
}

/** Why an item waits, as a closed list, so that a screen can say it truthfully. */
export type WaitReason = 'no-line' | 'server-busy' | 'server-error' | 'not-our-server' | 'session-needed';

/** What keeps an item from going on by itself. */
export type AttentionReason =
  | ItemProblem
  | { readonly code: 'receipt-not-verified' }
  | { readonly code: 'damaged' }
  | Withdrawal;

/**
 * A person took the item back. A kind of needs-attention, because builds that do not know it must not send it either,
 * and still take a late receipt for it.
 */
export interface Withdrawal {
  readonly code: 'withdrawn';
  /** Device clock. */
  readonly at: number;
  /** Owner of the drafts of whoever did it. */
  readonly by: string;
  /** It was on its way at least once, and what became of that is not known. */
  readonly mayHaveArrived: boolean;
}

/** An item has only the fields its state has. Nothing is ever dropped. */
export type OutboxItem =
  | (ItemBase & Stoppable & { readonly state: 'queued' })
  | (ItemBase &
      Stoppable & {
        readonly state: 'sending';
        readonly lease: { readonly owner: string; readonly until: number };
      })
  | (ItemBase &
      Stoppable & { readonly state: 'waiting'; readonly retryAt: number; readonly reason: WaitReason })
  | (ItemBase & {
      readonly state: 'received';
      readonly receipt: StoredReceipt;
      readonly files: FileCount;
      /** The sealed copy was let go after the server's backup held it: `sealed.enc` and `sealed.ct` are empty. */
      readonly released?: true;
    })
  | (ItemBase & { readonly state: 'needs-attention'; readonly problem: AttentionReason });

export interface StoredReceipt {
  readonly jws: string;
  readonly seq: number;
  /** Epoch in which the server last confirmed the item; the claims keep the one in which it first did. */
  readonly epoch: string;
  /** ISO instant of the server. */
  readonly at: string;
}

export interface FileCount {
  readonly have: number;
  readonly of: number;
}

/** Latest known state of a case, from the change feed. */
export interface CaseState {
  readonly v: 1;
  readonly submissionId: string;
  readonly seq: number;
  /** Sequence numbers compare only within one epoch: see `isNewerCase`. */
  readonly epoch: string;
  readonly status: CaseStatus;
  readonly at: string;
  readonly note?: string;
  readonly files?: FileCount;
}
