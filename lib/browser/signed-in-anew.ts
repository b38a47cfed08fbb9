import { createLiveStore } from './live-store';

/** The owner whose password was right last, in this window and since its page was loaded; null = nobody. */
export const signedInAnew = createLiveStore<string | null>(null, () => undefined);
