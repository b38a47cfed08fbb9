import { earlyIsOver } from './early-catalogue';
import type { WorkRoom } from './work-room';

let room: Promise<WorkRoom> | undefined;

/** The room of this window. Dexie comes with it, so it is fetched behind the first paint. */
export function openRoom(): Promise<WorkRoom> {
  room ??= earlyIsOver.then(() => import('./work-room')).then(({ createWorkRoom }) => createWorkRoom());
  return room;
}

/** Gives a test its own room. */
export function useRoomForTest(own: WorkRoom): void {
  room = Promise.resolve(own);
}
