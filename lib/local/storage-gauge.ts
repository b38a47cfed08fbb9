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

/** An ordinary application: text, keys and three pictures of 250 KB as stored. */
const ORDINARY_BYTES = 800 * 1024;
const FILES_STOP_AT = 0.8;

/** How full a device is. Counts only up to the point where files stop: the rest is kept for text. */
export function gaugeOf({ usage, quota }: StorageEstimateLike): StorageGauge {
  if (usage === undefined || quota === undefined || quota <= 0)
    return { usedBytes: usage ?? null, quotaBytes: quota ?? null, roomFor: null, filesStop: false };
  const left = Math.max(0, quota * FILES_STOP_AT - usage);
  return {
    usedBytes: usage,
    quotaBytes: quota,
    roomFor: Math.floor(left / ORDINARY_BYTES),
    filesStop: usage >= quota * FILES_STOP_AT,
  };
}
