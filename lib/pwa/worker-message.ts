import type { KeyMessage } from '../browser/key-message';

/** What a page may tell the worker. */
export type WorkerMessage =
  | KeyMessage
  | { readonly type: 'SKIP_WAITING' }
  | { readonly type: 'FLUSH' }
  | { readonly type: 'COMPLETE'; readonly loaded: readonly string[] };

/** Tag of the background sync that sends what waits. */
export const SYNC_TAG = 'flush-outbox';
