import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { LIGHT_SERVICE, publishLightForm } from '../../scripts/bench/light-form';
import { figure } from '../figures';
import { DatabaseLine } from './database-line';
import { everyNth } from './every-nth';
import { decisionJourney, fileJourney, type Journey, openDesk, submitJourney } from './journeys';
import { ask, expectInBooks, expectWholeBooks } from './ledger';
import { LinedDevice } from './lined-device';
import { isAt, type Point, pointsOf } from './points';
import { pdfOf } from './sealed-items';

const BIG = 8 * 1024 * 1024;
const EARLY_MS = 60;
const FILED_SERVICE = 'nationality-character-certificate';

let server: RunningServer;
let database: DatabaseLine;
let light: LinedDevice;
let filed: LinedDevice;
const readyMs: number[] = [];

beforeAll(async () => {
  server = await RunningServer.start({
    env: { SETU_LOG_LEVEL: 'silent' },
    between: async (target) => {
      database = await DatabaseLine.listen(target);
      return database;
    },
  });
  await publishLightForm(server.databaseUrl);
  light = await LinedDevice.enrol(server, LIGHT_SERVICE);
  filed = await LinedDevice.enrol(server, FILED_SERVICE);
});

afterAll(async () => {
  const worst = Math.max(...readyMs);
  console.log(
    `kill-server: ${readyMs.length} kills; ready again after at most ${(worst / 1000).toFixed(1)} s`,
  );
  await light?.close();
  await filed?.close();
  await server?.stop();
});

async function startAgain(): Promise<void> {
  const begun = performance.now();
  await server.startApp();
  readyMs.push(performance.now() - begun);
}

/** Asks, kills the server at the point, starts it again, and asks until there is an answer: once. */
async function surviveKill(journey: Journey, point: Point): Promise<void> {
  const killed: Promise<void>[] = [];
  const kill = () => killed.push(server.killApp());
  const caught = database.setTrap({
    at: isAt(point),
    moment: point.moment,
    // a server that acknowledges too early gets the time to do it
    act: () => void (point.moment === 'sent' ? kill() : setTimeout(kill, EARLY_MS)),
  });
  // M1: nothing may be acknowledged that a kill can still take back
  expect(await journey.attempt()).toBe(false);
  await caught;
  await server.killApp();
  await Promise.all(killed);
  await startAgain();
  const wasDone = await journey.isDone();
  if (point.moment !== 'sent') expect(wasDone).toBe(point.name.startsWith('after commit'));
  expect(await journey.attempt()).toBe(true);
  expect(await journey.isDone()).toBe(true);
}

async function surviveAll(make: () => Promise<Journey>): Promise<void> {
  const points = everyNth(await pointsOf(database, await make()), figure(3, 1));
  for (let round = 0; round < figure(1, 12); round++)
    for (const point of points) {
      await surviveKill(await make(), point);
      await expectInBooks(server, light.receipts);
      await expectInBooks(server, filed.receipts);
    }
  console.log(`kill-server: ${points.map(({ name }) => name).join(' · ')}`);
}

describe('kill -9 of the server', () => {
  test('while it takes an application in', () => surviveAll(() => submitJourney(server, light)));

  test('while it counts a file', () => surviveAll(() => fileJourney(server, filed)));

  test('while it writes a decision', async () => {
    const desk = await openDesk(`http://127.0.0.1:${light.proxy.port}`);
    await surviveAll(() => decisionJourney(server, light, desk));
  });

  test('in the middle of an upload: what arrived stays, the rest follows', async () => {
    for (let round = 0; round < figure(2, 30); round++) {
      const journey = await fileJourney(server, filed, pdfOf(BIG));
      const { counts } = filed.proxy;
      const from = counts.up;
      const soon = setInterval(() => {
        if (counts.up - from <= (BIG * (round + 1)) / 32) return;
        clearInterval(soon);
        void server.killApp();
      }, 1);
      expect(await journey.attempt()).toBe(false);
      await server.killApp();
      await startAgain();
      expect(await journey.attempt()).toBe(true);
      await expectWholeBooks(server);
    }
  });

  test('while it starts: the books keep their epoch', async () => {
    const epoch = async () =>
      (await ask<{ epoch: string }>(server, 'SELECT epoch FROM server_state'))[0]?.epoch;
    const before = await epoch();
    await server.killApp();
    database.statements.length = 0;
    await startAgain();
    const count = database.statements.length;
    expect(count).toBeGreaterThan(3);
    const every = figure(3, 1);
    for (let nth = 1; nth < count; nth += every) {
      await server.killApp();
      let left = nth;
      const killed: Promise<void>[] = [];
      const caught = database.setTrap({
        at: () => left-- === 0,
        moment: 'answered',
        act: () => void killed.push(server.killApp()),
      });
      await expect(server.startApp()).rejects.toThrow();
      await caught;
      await Promise.all(killed);
      await startAgain();
      expect(await epoch()).toBe(before);
    }
    await expectInBooks(server, light.receipts);
  });
});
