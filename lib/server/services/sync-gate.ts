import { createGate, type Gate } from '../http/gate';

// On globalThis because route bundles do not share modules.
const store = globalThis as unknown as { setuSyncGate?: Gate };

/**
 * The door to the intake of this process. Four at once keep two cores and the disk busy; a fifth would only make all of them slow.
 * A request
 * weighs its applications and one for itself; a full one of a slow line has 20 to 40.
 */
export const syncGate = (): Gate => {
  store.setuSyncGate ??= createGate(
    { atWork: 4, longestWait: 1_000, freeLoad: 150, perCaller: 40, msPerUnit: 5 },
    { clock: Date.now, chance: Math.random },
  );
  return store.setuSyncGate;
};
