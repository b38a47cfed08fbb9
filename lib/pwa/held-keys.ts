import type { Clock } from '../shared/clock';
import type { WorkerMessage } from './worker-message';

/** As long as an unlocked counter may lie unused: with every page closed nobody else looks after that. Milliseconds. */
const FOR = 5 * 60_000;

/** Vault keys between two pages of the device, in memory only: they are gone when the browser ends this worker. */
export function createHeldKeys(now: Clock) {
  const held = new Map<string, { readonly key: CryptoKey; readonly at: number }>();
  return (message: WorkerMessage | null, answer: Pick<MessagePort, 'postMessage'> | undefined): void => {
    if (message?.type === 'HOLD_KEY') held.set(message.kid, { key: message.key, at: now() });
    if (message?.type === 'DROP_KEYS') held.clear();
    if (message?.type !== 'ASK_KEY') return;
    const known = held.get(message.kid);
    const isFresh = known !== undefined && Math.abs(now() - known.at) < FOR;
    answer?.postMessage(isFresh ? known.key : null);
  };
}
