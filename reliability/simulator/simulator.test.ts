import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figure } from '../figures';
import { keptSeeds } from '../kept-seeds';
import { openSimServer, type SimServer } from './sim-server';
import { type Played, simulate } from './simulate';
import { type StockedDevice, stockDevices } from './stock';

let server: SimServer;
let devices: readonly StockedDevice[];

beforeAll(async () => {
  server = await openSimServer();
  devices = await stockDevices(server);
});
afterAll(() => server.close());

async function playAll(seeds: Iterable<number>): Promise<void> {
  const begun = Date.now();
  const before = process.cpuUsage();
  const sum = { seeds: 0, steps: 0, requests: 0, saved: 0, faults: 0, restores: 0 };
  for (const seed of seeds) {
    const played: Played = await simulate(server, devices, seed).catch((error: Error) => {
      const again = `SETU_SEED=${seed} npx vitest run --project reliability reliability/simulator`;
      throw new Error(`SEED=${seed}, again with: ${again}\n${error.message}`, { cause: error });
    });
    sum.seeds += 1;
    for (const name of ['steps', 'requests', 'saved', 'faults', 'restores'] as const)
      sum[name] += played[name];
  }
  const seconds = (Date.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000 / sum.seeds;
  console.log(
    `simulator: ${JSON.stringify(sum)}, ${(sum.seeds / seconds).toFixed(1)} seeds/s, ${cpu.toFixed(0)} ms a seed here`,
  );
}

function* block(from: number, count: number): Generator<number> {
  for (let n = 0; n < count; n += 1) yield from + n;
}

describe('three devices, the real handlers on a real database, and everything that can go wrong between them', () => {
  const wanted = process.env.SETU_SEED;
  if (wanted !== undefined) {
    const [first = 1, last = first] = wanted.split('-').map(Number);
    test(`seeds ${wanted}`, () => playAll(block(first, last - first + 1)));
    return;
  }
  const kept = keptSeeds('simulator');
  if (kept.length > 0) test('seeds that failed once', () => playAll(kept.map(({ seed }) => seed)));

  test('a seed plays the same each time', async () => {
    for (const seed of [2, 3, 5]) {
      const [first, again] = [await simulate(server, devices, seed), await simulate(server, devices, seed)];
      expect(again.history).toEqual(first.history);
    }
  });

  test(
    'I1 I2 I3 I4 I6 I7 and the change feed: the same seeds each time',
    () => playAll(block(1, figure(60, 40_000))),
    12 * 3_600_000,
  );

  test(
    'and a block of seeds nobody has seen before',
    () => {
      const from = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);
      console.log(`simulator: fresh seeds from SEED=${from}`);
      return playAll(block(from, figure(15, 20_000)));
    },
    12 * 3_600_000,
  );
});
