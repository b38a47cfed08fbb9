import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { LIGHT_SERVICE, publishLightForm } from '../../scripts/bench/light-form';
import { figure } from '../figures';
import { DatabaseLine } from './database-line';
import { everyNth } from './every-nth';
import { MovableClock, submitJourney } from './journeys';
import { expectInBooks } from './ledger';
import { LinedDevice } from './lined-device';
import { isAt, type Point, pointsOf } from './points';

let server: RunningServer;
let database: DatabaseLine;
let device: LinedDevice;

beforeAll(async () => {
  server = await RunningServer.start({
    env: { SETU_LOG_LEVEL: 'silent' },
    between: async (target) => {
      database = await DatabaseLine.listen(target);
      return database;
    },
  });
  await publishLightForm(server.databaseUrl);
  device = await LinedDevice.enrol(server, LIGHT_SERVICE);
});
afterAll(async () => {
  await device?.close();
  await server?.stop();
});

const HOUR = 60 * 60_000;

/** The server says 503 and when to come again; the engine keeps to it, and afterwards everything arrives. */
async function refusedThenReceived(
  fail: () => Promise<void>,
  recover: () => Promise<void>,
  { mayBeDown = true }: { readonly mayBeDown?: boolean } = {},
): Promise<void> {
  const clock = new MovableClock();
  const journey = await submitJourney(server, device, clock);
  const failing = fail();
  const { engine } = journey;
  const first = await engine.runner.flushOnce({ hurry: true });
  await failing;
  expect(first).toMatchObject({ end: 'waits', reason: 'server-busy', received: [] });
  expect(engine.memory.position.quietUntil).toBeGreaterThan(clock.now());
  // the wait binds a person who presses the button, too: nothing goes up
  const { connections } = device.proxy.counts;
  expect(await engine.runner.flushOnce({ hurry: true })).toMatchObject({ end: 'quiet', exchanges: 0 });
  expect(device.proxy.counts.connections).toBe(connections);
  if (mayBeDown) {
    clock.jump(HOUR);
    const again = await engine.runner.flushOnce({ hurry: true });
    expect(again).toMatchObject({ end: 'waits', reason: 'server-busy' });
  }
  await recover();
  clock.jump(HOUR);
  const last = await engine.runner.flushOnce({ hurry: true });
  expect(last).toMatchObject({ end: 'done', refused: [] });
  expect(last.received.length).toBe(1);
  device.keep(engine);
  await expectInBooks(server, device.receipts);
}

async function atPoint(point: Point, act: () => void): Promise<void> {
  await database.setTrap({ at: isAt(point), moment: point.moment, act });
}

describe('a connection to PostgreSQL that breaks', () => {
  test('at every statement of a commit: 503 with a time, then it arrives once', async () => {
    const points = everyNth(await pointsOf(database, await submitJourney(server, device)));
    for (let round = 0; round < figure(1, 20); round++)
      for (const point of points)
        await refusedThenReceived(
          () => atPoint(point, () => database.cut()),
          async () => undefined,
          { mayBeDown: false },
        );
    console.log(`kill-database: connection cut at ${points.map(({ name }) => name).join(' · ')}`);
  });
});

describe('PostgreSQL', () => {
  const again = () => server.startDatabase();

  test('ended with kill -9 while nothing goes on', async () => {
    for (let round = 0; round < figure(1, 20); round++)
      await refusedThenReceived(() => server.killDatabase(), again);
  });

  test('stopped and started in good order', async () => {
    for (let round = 0; round < figure(1, 20); round++)
      await refusedThenReceived(() => server.stopDatabase(), again);
  });

  test('ended with kill -9 in a transaction, in the commit and behind it', async () => {
    const points = await pointsOf(database, await submitJourney(server, device));
    const chosen = figure(1, 6) === 1 ? points.slice(-5) : points;
    for (let round = 0; round < figure(1, 6); round++)
      for (const point of everyNth(chosen))
        await refusedThenReceived(async () => {
          let killed: Promise<void> | undefined;
          await atPoint(point, () => {
            killed = server.killDatabase();
          });
          await killed;
        }, again);
    console.log(`kill-database: kill -9 at ${chosen.map(({ name }) => name).join(' · ')}`);
  });
});
