import { createGate, type Gate } from '../http/gate';
import type { ServerContext } from '../server-context';

// On globalThis because route bundles do not share modules; by context, so that a server that is gone keeps no place.
const store = globalThis as unknown as { setuSyncGates?: WeakMap<object, Gate> };

/**
 * The door to the intake of this process. Four at once keep two cores and the disk busy; a fifth would only make all of them slow.
 * A request weighs its applications and one for itself; a full one of a slow line has 20 to 40.
 */
export function syncGateOf(context: ServerContext): Gate {
  store.setuSyncGates ??= new WeakMap();
  const known = store.setuSyncGates.get(context);
  if (known) return known;
  const gate = createGate(
    { atWork: 4, longestWait: 1_000, freeLoad: 150, perCaller: 40, msPerUnit: 5 },
    { clock: Date.now, chance: Math.random },
  );
  store.setuSyncGates.set(context, gate);
  return gate;
}
