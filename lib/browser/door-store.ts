import type { Door } from './door';
import { createLiveStore } from './live-store';

/** What stands before the page; kept true by `begin-door`. */
export const doorStore = createLiveStore<Door>('unknown', () => undefined);
