import { earlyIsOver } from './early-catalogue';
import type { WorkRoom } from './work-room';

let room: Promise<WorkRoom> | undefined;

/** The room of this window. Dexie comes with it, so it is fetched behind the first paint. */
export function openRoom(): Promise<WorkRoom> {
  room ??= earlyIsOver
    .then(() => Promise.all([import('./work-room'), import('./window-line')]))
    .then(([{ createWorkRoom }, { windowLine }]) => createWorkRoom({ line: windowLine }));
  // A file that did not come may come the next time.
  room.catch(() => {
    room = undefined;
  });
  return room;
}

/** Gives a test its own room. */
export function useRoomForTest(own: WorkRoom): void {
  room = Promise.resolve(own);
}
