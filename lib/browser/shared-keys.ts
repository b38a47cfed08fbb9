import type { KeyMessage } from './key-message';

/** A window that lives answers well within it, milliseconds. */
const WINDOWS_WITHIN = 400;
/** The browser may have to start the worker first. */
const WORKER_WITHIN = 1_500;

type Said =
  | { readonly type: 'ASK'; readonly kid: string }
  | { readonly type: 'KEY'; readonly kid: string; readonly key: CryptoKey };

/** Keys of vaults that are open in this window, by `kid`. */
const opened = new Map<string, CryptoKey>();
const waiting = new Set<(said: Said) => void>();
let channel: BroadcastChannel | undefined;
/** Raised by each lock: an answer to a question from before it comes too late. */
let round = 0;

/** The key `kid` as another window or the worker has it; null when nobody does: the PIN is asked for. */
export async function askForKey(kid: string): Promise<CryptoKey | null> {
  const known = opened.get(kid);
  if (known !== undefined) return known;
  const asked = round;
  const key = await firstFound([askWindows(kid), askWorker(kid)]);
  if (key === null || asked !== round) return null;
  shareKey(kid, key);
  return key;
}

/** Lets other windows have an opened key, and the page that is loaded next in this one. */
export function shareKey(kid: string, key: CryptoKey): void {
  if (opened.size === 0 && typeof addEventListener !== 'undefined') addEventListener('pagehide', handOver);
  opened.set(kid, key);
  listen();
  tellWorker(controller(), { type: 'HOLD_KEY', kid, key });
}

/** Takes every key back, here at once and then in the worker. Other windows are told by whoever locks. */
export async function dropKeys(): Promise<void> {
  round += 1;
  opened.clear();
  const registered = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  for (const worker of new Set([controller(), registered?.active])) tellWorker(worker, { type: 'DROP_KEYS' });
}

/** The worker may have been stopped since it was told: it is started again for this, and lives until the next page asks. */
function handOver(): void {
  for (const [kid, key] of opened) tellWorker(controller(), { type: 'HOLD_KEY', kid, key });
}

function askWindows(kid: string): Promise<CryptoKey | null> {
  const line = listen();
  if (line === undefined) return Promise.resolve(null);
  return new Promise((resolve) => {
    const end = (key: CryptoKey | null): void => {
      waiting.delete(hear);
      resolve(key);
    };
    const hear = (said: Said): void => {
      if (said.type === 'KEY' && said.kid === kid) end(said.key);
    };
    waiting.add(hear);
    setTimeout(() => end(null), WINDOWS_WITHIN);
    line.postMessage({ type: 'ASK', kid } satisfies Said);
  });
}

async function askWorker(kid: string): Promise<CryptoKey | null> {
  const worker = controller();
  if (worker == null) return null;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (key: CryptoKey | null): void => {
      port1.close();
      resolve(key);
    };
    port1.onmessage = (event: MessageEvent<CryptoKey | null>) => end(event.data);
    setTimeout(() => end(null), WORKER_WITHIN);
    tellWorker(worker, { type: 'ASK_KEY', kid }, [port2]);
  });
}

function listen(): BroadcastChannel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  if (channel !== undefined) return channel;
  const line = new BroadcastChannel('setu-keys');
  line.onmessage = ({ data }: MessageEvent<Said>) => {
    for (const hear of waiting) hear(data);
    const key = data.type === 'ASK' ? opened.get(data.kid) : undefined;
    if (key !== undefined) line.postMessage({ type: 'KEY', kid: data.kid, key } satisfies Said);
  };
  channel = line;
  return line;
}

const controller = () => navigator.serviceWorker?.controller;

function tellWorker(
  worker: ServiceWorker | null | undefined,
  message: KeyMessage,
  transfer: Transferable[] = [],
): void {
  worker?.postMessage(message, transfer);
}

function firstFound(asked: readonly Promise<CryptoKey | null>[]): Promise<CryptoKey | null> {
  return new Promise((resolve) => {
    for (const one of asked) void one.then((key) => key && resolve(key));
    void Promise.all(asked).then(() => resolve(null));
  });
}
