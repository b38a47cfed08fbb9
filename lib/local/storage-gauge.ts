import type { OutboxItem } from '../outbox/item';

/** What `navigator.storage.estimate()` says; browsers may leave out either. */
export interface StorageEstimateLike {
  readonly usage?: number;
  readonly quota?: number;
}

export interface StorageGauge {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** Ordinary applications that still fit; null = the browser does not say. */
  readonly roomFor: number | null;
  /** From here on no new file is taken, so that text still fits. */
  readonly filesStop: boolean;
}

/** What this device has learnt by itself. */
export interface StorageLessons {
  readonly now: number;
  /** Bytes of an ordinary application here. */
  readonly ordinaryBytes?: number | undefined;
  /** When a write last did not fit, and how much lay here then. */
  readonly full?: { readonly at: number; readonly usedBytes: number } | undefined;
}

/** An application before there is an average: text, keys and three pictures of 250 KB as stored. */
const ORDINARY_BYTES = 800 * 1024;
/** Fewer applications than this make no average. */
const AVERAGE_FROM = 3;
const FILES_STOP_AT = 0.8;
/** How long a full device counts as full at that mark: somebody may have deleted other things since. */
const FULL_FOR = 24 * 60 * 60 * 1000;

/**
 * How full a device is. Counts only up to the point where files stop: the rest is kept for text. A browser may say
 * more than there is (Chromium says what is used plus 10 GiB, whatever the disk has), so a write that did not fit is
 * believed before it.
 */
export function gaugeOf(
  { usage, quota: said }: StorageEstimateLike,
  { now, full, ordinaryBytes = ORDINARY_BYTES }: StorageLessons,
): StorageGauge {
  const isFresh = full !== undefined && now - full.at < FULL_FOR && now >= full.at;
  const quota = said === undefined || !isFresh ? said : Math.min(said, full.usedBytes);
  if (usage === undefined || quota === undefined || quota <= 0)
    return { usedBytes: usage ?? null, quotaBytes: quota ?? null, roomFor: null, filesStop: false };
  const left = Math.max(0, quota * FILES_STOP_AT - usage);
  return {
    usedBytes: usage,
    quotaBytes: quota,
    roomFor: Math.floor(left / ordinaryBytes),
    filesStop: usage >= quota * FILES_STOP_AT,
  };
}

/** What an application of this device takes on the average, bytes: its files, and its text twice (readable and sealed). */
export function ordinaryBytesOf(items: readonly OutboxItem[]): number | undefined {
  const whole = items.filter(({ submission }) => submission.sealed?.ct);
  if (whole.length < AVERAGE_FROM) return undefined;
  const bytes = whole.map(({ submission: { sealed, attachments } }) =>
    attachments.reduce((sum, file) => sum + file.bytes, sealed.ct.length * 2),
  );
  return Math.max(1, bytes.reduce((sum, one) => sum + one, 0) / whole.length);
}
