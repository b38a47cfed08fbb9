import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CutManner } from '../../e2e/cutting-proxy';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { LIGHT_SERVICE, publishLightForm } from '../../scripts/bench/light-form';
import { figure, isEndurance } from '../figures';
import { everyNth } from './every-nth';
import { expectInBooks } from './ledger';
import { LinedDevice } from './lined-device';

const DEVICES = 4;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start({ env: { SETU_LOG_LEVEL: 'silent' } });
  await publishLightForm(server.databaseUrl);
});
afterAll(() => server?.stop());

interface Cut {
  readonly direction: 'up' | 'down';
  readonly bytes: number;
  readonly manner: CutManner;
  readonly items: number;
}

let shorter = 0;

/** What a whole exchange of so many items weighs in each direction. */
async function weigh(device: LinedDevice, count: number) {
  const engine = await device.engine(await device.items(count));
  device.proxy.resetCounts();
  await engine.runner.flushOnce();
  device.keep(engine);
  const { up, down } = device.proxy.counts;
  console.log(`cut-sync: a request of ${count} has ${up} B, its answer ${down} B`);
  return { up, down };
}

/** Resolves with whether the first try brought the receipt in spite of the cut. */
async function suffer(device: LinedDevice, { direction, bytes, manner, items }: Cut): Promise<boolean> {
  const { proxy } = device;
  const engine = await device.engine(await device.items(items));
  proxy.cutAfter(direction, bytes, manner);
  const first = await engine.runner.flushOnce();
  // requests differ by a few bytes: the last offsets of the longest lie behind the end of another
  if (proxy.willCut) shorter += 1;
  const wasHeard = first.received.length === items;
  if (!wasHeard)
    expect(first).toMatchObject({ end: 'waits', reason: expect.stringMatching(/no-line|not-our/) });
  const isSure = manner === 'end' && bytes % 4 === 0;
  // half of the time the server has surely seen all that got through; otherwise the second try meets the first at work
  if (isSure) await proxy.leftByServer();
  proxy.restore();
  const second = await engine.runner.flushOnce({ hurry: true });
  expect(second.end).toBe('done');
  expect([...first.received, ...second.received].length).toBe(items);
  device.keep(engine);
  return wasHeard;
}

test('a request cut at any byte, or its answer, is sent again and recorded once', async () => {
  const devices: LinedDevice[] = [];
  while (devices.length < DEVICES) devices.push(await LinedDevice.enrol(server, LIGHT_SERVICE));
  const cuts: Cut[] = [];
  for (const items of isEndurance ? [1, 2, 3, 5, 8] : [1]) {
    const [device] = devices;
    if (!device) throw new Error('no device');
    const weight = await weigh(device, items);
    for (const direction of ['up', 'down'] as const)
      for (let bytes = 0; bytes < weight[direction]; bytes++)
        cuts.push({ direction, bytes, manner: bytes % 2 === 0 ? 'end' : 'reset', items });
  }
  const queue = everyNth(cuts, figure(4, 1));
  const count = queue.length;
  const begun = performance.now();
  let heard = 0;
  await Promise.all(
    devices.map(async (device) => {
      for (let cut = queue.pop(); cut; cut = queue.pop()) if (await suffer(device, cut)) heard += 1;
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `cut-sync: ${count} cuts in ${seconds.toFixed(1)} s (${(count / seconds).toFixed(0)}/s); ${heard} answers were whole in spite of it, ${shorter} exchanges ended before the cut`,
  );
  expect(shorter).toBeLessThan(count / 50);
  expect(heard).toBeLessThan(count / 10);
  for (const { receipts } of devices) await expectInBooks(server, receipts);
  for (const device of devices) await device.close();
});
