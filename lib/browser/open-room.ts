import { earlyIsOver } from './early-catalogue';
import { loadOnce } from './load-once';
import type { WorkRoom } from './work-room';

/** The room of this window. Dexie comes with it, so it is fetched behind the first paint. */
export const openRoom = loadOnce(async (): Promise<WorkRoom> => {
  await earlyIsOver;
  const [{ createWorkRoom }, { windowLine }] = await Promise.all([
    import('./work-room'),
    import('./window-line'),
  ]);
  return createWorkRoom({
    line: windowLine,
    // Only a vault behind a PIN asks.
    askElsewhere: async (_, kid) => (await import('./shared-keys')).askForKey(kid),
  });
});
