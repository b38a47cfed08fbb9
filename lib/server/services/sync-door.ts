import type { Result } from '../../shared/result';
import { err, ok } from '../../shared/result';
import type { DeviceCredential } from '../auth/device-cookie';
import { createKnownDevices, type KnownDevices } from '../auth/known-devices';
import { readDevice } from '../auth/read-device';
import { createFewAtOnce, type FewAtOnce } from '../http/few-at-once';
import type { ServerContext } from '../server-context';

interface Door {
  readonly known: KnownDevices;
  readonly strangers: FewAtOnce;
}

// On globalThis because route bundles do not share modules; by context, as the gate.
const store = globalThis as unknown as { setuSyncDoors?: WeakMap<object, Door> };

/** The devices of a few districts; about 200 bytes each. */
const MOST_KNOWN = 20_000;
/** One indexed SELECT each. */
const STRANGERS = { atWork: 4, mostWaiting: 1000, longestWait: 600 } as const;
const COME_AGAIN_S = 5;

function doorOf(context: ServerContext): Door {
  store.setuSyncDoors ??= new WeakMap();
  const door = store.setuSyncDoors.get(context) ?? {
    known: createKnownDevices(MOST_KNOWN),
    strangers: createFewAtOnce(STRANGERS),
  };
  store.setuSyncDoors.set(context, door);
  return door;
}

/**
 * Before a byte of the body is received and before the gate, where devices wait for each other: an invented cookie must not take the
 * place of a device. Who was right before passes at once; others are looked up, a few at a time.
 */
export async function letToTheGate(
  context: ServerContext,
  request: Request,
  credential: DeviceCredential,
): Promise<
  Result<
    void,
    | { readonly type: 'unauthenticated' }
    | { readonly type: 'unavailable'; readonly retryAfterSeconds: number }
  >
> {
  const { known, strangers } = doorOf(context);
  if (known.has(credential)) return ok(undefined);
  const read = await strangers.run(() => readDevice(context, request));
  if (!read.ok)
    return err({ type: 'unavailable', retryAfterSeconds: Math.ceil(COME_AGAIN_S * (1 - Math.random())) });
  if (read.value === null) return err({ type: 'unauthenticated' });
  if (!read.value.revoked) known.remember(credential);
  return ok(undefined);
}

/** A credential that is not right any more: the next time it is looked up before anything else. */
export function forgetAtTheDoor(context: ServerContext, credential: DeviceCredential): void {
  doorOf(context).known.forget(credential);
}
