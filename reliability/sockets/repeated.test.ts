import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningServer } from '../../e2e/fixtures/running-server';
import { compactSyncResponseSchema } from '../../lib/contract/sync-schema';
import type { CompactSyncResponse, SyncResponse } from '../../lib/contract/wire';
import { PROTOCOL } from '../../lib/contract/wire';
import { expandAnswer } from '../../lib/crypto/expand-answer';
import { seededChance } from '../../lib/forms/testing/chance';
import type { OutboxItem } from '../../lib/outbox/item';
import { callJson } from '../../lib/remote/call-json';
import { jsonBody } from '../../lib/remote/json-body';
import { LIGHT_SERVICE, publishLightForm } from '../../scripts/bench/light-form';
import { figure } from '../figures';
import { everyNth } from './every-nth';
import { ask, expectInBooks } from './ledger';
import { LinedDevice } from './lined-device';

let server: RunningServer;
let device: LinedDevice;
beforeAll(async () => {
  server = await RunningServer.start({ env: { SETU_LOG_LEVEL: 'silent' } });
  await publishLightForm(server.databaseUrl);
  device = await LinedDevice.enrol(server, LIGHT_SERVICE);
});
afterAll(async () => {
  await device?.close();
  await server?.stop();
});

/** One request as the app makes it, without the queue behind it. */
async function post(items: readonly OutboxItem[], from = device): Promise<SyncResponse> {
  const { body, headers } = await jsonBody({
    protocol: PROTOCOL,
    cursor: 1_000_000_000,
    catalogueVersion: 0,
    submissions: items.map(({ submission }) => submission),
  });
  const call = { method: 'POST', path: '/api/v1/sync', body, headers } as const;
  const answer = await callJson(from.line, call, compactSyncResponseSchema);
  if (!answer.ok) throw new Error(`the server did not answer: ${JSON.stringify(answer.problem)}`);
  const sent = items.map(({ submission }) => submission);
  const whole = await expandAnswer(answer.value.value as CompactSyncResponse, sent);
  if (!whole) throw new Error('the answer speaks of another request');
  return whole;
}

/** Every answer to an item holds the same receipt, and only one answer says that it is new. */
function expectOneReceipt(id: string, answers: readonly SyncResponse[]): void {
  const said = answers.flatMap(({ receipts }) => receipts.filter((one) => one.id === id));
  const [first] = said;
  expect(first?.receipt).toMatch(/^ey/);
  expect(said.map(({ receipt }) => receipt)).toEqual(said.map(() => first?.receipt));
  const newIn = answers.filter(({ receipts }) =>
    receipts.some((one) => one.id === id && one.outcome === 'accepted'),
  );
  expect(newIn.length).toBe(1);
  expect(said.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  device.receipts.set(id, first?.receipt ?? '');
}

describe('the same bytes more than once', () => {
  const cases = [2, 3, 10].flatMap((copies) => [
    { copies, manner: 'one after another' as const },
    { copies, manner: 'at once' as const },
    { copies, manner: 'in one request' as const },
  ]);
  test.each(cases)('$copies copies, $manner, are one application', async ({ copies, manner }) => {
    const rounds = figure(10, 100);
    for (let round = 0; round < rounds; round++) {
      const [item] = await device.items(1);
      if (!item) throw new Error('no item');
      const again = Array.from({ length: copies }, () => item);
      const answers: SyncResponse[] = [];
      if (manner === 'at once') answers.push(...(await Promise.all(again.map((one) => post([one])))));
      else if (manner === 'in one request') answers.push(await post(again));
      else for (const one of again) answers.push(await post([one]));
      expectOneReceipt(item.id, answers);
    }
    await expectInBooks(server, device.receipts);
  });
});

describe('the same application', () => {
  test('brought by two devices at once, each over its own stream, is one', async () => {
    const other = await LinedDevice.enrol(server, LIGHT_SERVICE);
    const rounds = figure(10, 100);
    for (let round = 0; round < rounds; round++) {
      const items = await device.items(3);
      const both = await Promise.all([post(items), post(items.toReversed(), other)]);
      for (const { id } of items) expectOneReceipt(id, both);
    }
    await expectInBooks(server, device.receipts);
    await other.close();
  });

  test('sent again after weeks, gets the receipt it had', async () => {
    const rounds = figure(5, 50);
    for (let round = 0; round < rounds; round++) {
      const items = await device.items(2);
      const first = await post(items);
      await ask(
        server,
        `UPDATE submissions SET received_at = received_at - interval '40 days' WHERE id = ANY($1::uuid[])`,
        [items.map(({ id }) => id)],
      );
      const again = await post(items);
      for (const { id } of items) expectOneReceipt(id, [first, again]);
    }
    await expectInBooks(server, device.receipts);
  });
});

describe('items in another order', () => {
  test('every order of five, each followed by another order of the same', async () => {
    const orders = everyNth(permutations([0, 1, 2, 3, 4]));
    for (const [n, order] of orders.entries()) {
      const five = await device.items(5);
      const other = orders[(n * 7 + 1) % orders.length] ?? order;
      const answers = [
        await post(order.map((at) => pick(five, at))),
        await post(other.map((at) => pick(five, at))),
      ];
      for (const { id } of five) expectOneReceipt(id, answers);
    }
    console.log(`repeated: ${orders.length} orders of five`);
    await expectInBooks(server, device.receipts);
  });

  test('orders of twenty by chance, in overlapping requests at once', async () => {
    const rounds = figure(5, 200);
    for (let seed = 1; seed <= rounds; seed++) {
      const chance = seededChance(seed);
      const twenty = await device.items(20);
      const parts = Array.from({ length: 3 }, () => shuffled(twenty, chance).slice(0, 14));
      const answers = await Promise.all([...parts.map((part) => post(part)), post(shuffled(twenty, chance))]);
      for (const { id } of twenty) expectOneReceipt(id, answers);
    }
    await expectInBooks(server, device.receipts);
  });
});

function pick<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new RangeError(`nothing at ${at}`);
  return found;
}

function permutations(list: readonly number[]): number[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((head) =>
    permutations(list.filter((one) => one !== head)).map((tail) => [head, ...tail]),
  );
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
