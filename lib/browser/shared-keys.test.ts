import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { askForKey, dropKeys, shareKey } from './shared-keys';

/** A worker as a page sees it, that says of each key whether it has it. */
const told: { readonly type: string; readonly kid?: string }[] = [];
let held: CryptoKey | null = null;
const controller = {
  postMessage(message: { readonly type: string }, [port]: MessagePort[] = []) {
    told.push(message);
    if (message.type === 'ASK_KEY') port?.postMessage(held);
  },
};
vi.stubGlobal('navigator', {
  serviceWorker: { controller, getRegistration: async () => ({ active: controller }) },
});
vi.stubGlobal('addEventListener', () => undefined);

const another = new BroadcastChannel('setu-keys');
const heard: unknown[] = [];
another.onmessage = ({ data }: MessageEvent<unknown>) => void heard.push(data);
afterAll(() => another.close());
const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);

beforeEach(async () => {
  held = null;
  await dropKeys();
  heard.length = 0;
  told.length = 0;
});

/** What another window hears when it asks, after this window has had its turn. */
async function answers(kid: string): Promise<readonly unknown[]> {
  another.postMessage({ type: 'ASK', kid });
  // Asked behind it on the same channel: when this is heard, the question was.
  const asking = askForKey('nobody-has-it');
  await expect.poll(() => heard).toContainEqual({ type: 'ASK', kid: 'nobody-has-it' });
  expect(await asking).toBeNull();
  return heard.filter((said) => (said as { type: string }).type === 'KEY');
}

test('another window gets the key it names', async () => {
  const key = await newKey();
  shareKey('mine', key);
  expect(await answers('mine')).toMatchObject([{ kid: 'mine' }]);
  heard.length = 0;
  expect(await answers('other')).toEqual([]);
});

test('from the moment of a lock nobody is given a key, though what was typed is still being written', async () => {
  shareKey('mine', await newKey());
  const dropping = dropKeys();
  expect(await answers('mine')).toEqual([]);
  await dropping;
  expect(told.filter(({ type }) => type === 'DROP_KEYS')).toHaveLength(1);
});

test('the worker is told of a key, and asked for one', async () => {
  held = await newKey();
  const found = await askForKey('mine');
  expect(found?.algorithm.name).toBe('AES-GCM');
  expect(told.map(({ type, kid }) => [type, kid])).toEqual([
    ['ASK_KEY', 'mine'],
    ['HOLD_KEY', 'mine'],
  ]);
});

test('an answer to a question from before the lock is not taken', async () => {
  held = await newKey();
  const asking = askForKey('mine');
  await dropKeys();
  expect(await asking).toBeNull();
  held = null;
  expect(await askForKey('mine')).toBeNull();
});
