import { createGate, type Gate } from '../http/gate';
import type { SentBody } from '../http/read-json-body';
import type { ServerContext } from '../server-context';

// On globalThis because route bundles do not share modules; by context, so that a server that is gone keeps no place.
const store = globalThis as unknown as { setuSyncGates?: WeakMap<object, Gate> };

/**
 * The door to the intake of this process. Four at once keep two cores and the disk busy; a fifth would only make all of them slow.
 */
export function syncGateOf(context: ServerContext): Gate {
  store.setuSyncGates ??= new WeakMap();
  const known = store.setuSyncGates.get(context);
  if (known) return known;
  const gate = createGate(
    { atWork: 4, longestWait: 700, freeLoad: 150, perCaller: 40, msPerUnit: 2 },
    { clock: Date.now, chance: Math.random },
  );
  store.setuSyncGates.set(context, gate);
  return gate;
}

/** About what one application adds to a request: with gzip as the app sends it, and as it was in protocol 1 without. */
const BYTES_EACH = { gzip: 256, plain: 1024 } as const;

/** What a request weighs: about its applications, and one for itself. A guess, because nobody has looked into it yet. */
export const weightOf = ({ bytes, isGzip }: SentBody): number =>
  1 + Math.ceil(bytes.length / BYTES_EACH[isGzip ? 'gzip' : 'plain']);
