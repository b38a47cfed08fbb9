import { createLiveStore } from './live-store';

/** Whether the server's last answer was that it does not know this device or this session. */
export const sessionNeededStore = createLiveStore(false, () => {});
