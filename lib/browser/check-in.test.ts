import { describe, expect, test } from 'vitest';
import { makeTrackingCode } from '../contract/tracking-code';
import type { OutboxItem } from '../outbox/item';
import { steer } from '../outbox/steer';
import { idOf, makeItem } from '../outbox/testing/make-item';
import { readLedger } from './queue-ledger';
import { createFakeDevice } from './testing/fake-device';
import { deviceThatIsHeard } from './testing/heard-device';

const code = (n: number) => makeTrackingCode('K7M2', n);
const coded = (n: number, more: { readonly held?: true } = {}): OutboxItem =>
  ({ ...makeItem(n), ...more }) as OutboxItem;

describe('mode 6: a device says what it holds', () => {
  test('with the first exchange of a page, without a request of its own, and then only what is new', async () => {
    const { room, runtime, server, told } = await deviceThatIsHeard();
    await room.outbox.add(coded(1));
    await runtime.flush();
    expect(server.state.requests).toBe(1);
    expect(told()).toMatchObject([{ epoch: null, waiting: [{ trackingCode: code(1) }] }]);
    await runtime.flush();
    // Now the epoch is known, and with it the numbers mean something.
    expect(told()[1]).toMatchObject({ epoch: 'e1', waiting: [] });
    for (let n = 0; n < 3; n += 1) await runtime.flush();
    expect(told()).toHaveLength(2);
    expect(server.state.requests).toBe(5);
  });

  test('what was held and what was taken back', async () => {
    const { room, runtime, told } = await deviceThatIsHeard();
    await room.outbox.add(coded(1, { held: true }));
    await room.outbox.add(coded(2, { held: true }));
    await runtime.flush();
    await runtime.flush();
    await steer({ store: room.outbox, clock: room.now }, idOf(2), { type: 'withdrawn', by: 'citizen' });
    await runtime.flush();
    expect(told().at(-1)).toMatchObject({
      waiting: [{ trackingCode: code(1) }],
      takenBack: [{ trackingCode: code(2) }],
      lost: [],
    });
  });

  test('and says it again when the exchange did not come through', async () => {
    const { room, runtime, server, told } = await deviceThatIsHeard();
    await room.outbox.add(coded(1, { held: true }));
    server.state.isDown = true;
    await runtime.flush();
    server.state.isDown = false;
    await runtime.flush({ hurry: true });
    expect(told().at(-1)).toMatchObject({ waiting: [{ trackingCode: code(1) }] });
  });
});

describe('mode 6: a database that was evicted', () => {
  async function evicted() {
    const device = await deviceThatIsHeard();
    await device.room.outbox.add(coded(1, { held: true }));
    await device.room.outbox.add(coded(2));
    device.server.state.isDown = true;
    await device.runtime.flush();
    device.server.state.isDown = false;
    // Another profile: nothing of the database is left, what lies beside it is.
    const { room: fresh } = await createFakeDevice();
    return { ...device, ...(await device.within(fresh)) };
  }

  test('is noticed at once, before any server has heard of it', async () => {
    const { room, runtime, server } = await evicted();
    server.state.isDown = true;
    await runtime.flush();
    expect((await room.records.neverArrived()).items).toEqual([
      expect.objectContaining({ trackingCode: code(1), state: 'lost' }),
      expect.objectContaining({ trackingCode: code(2), state: 'lost' }),
    ]);
  });

  test('is told with the next exchange, until the server has heard it, and then not again', async () => {
    const { room, runtime, server, storage, told } = await evicted();
    server.state.isDown = true;
    await runtime.flush();
    expect(readLedger(storage).lost).toHaveLength(2);
    server.state.isDown = false;
    await runtime.flush({ hurry: true });
    expect(
      told()
        .at(-1)
        ?.lost.map(({ trackingCode }) => trackingCode),
    ).toEqual([code(1), code(2)]);
    expect(readLedger(storage).lost).toEqual([]);
    await runtime.flush();
    expect(told().at(-1)?.lost).toEqual([]);
    expect(await room.outbox.all()).toEqual([]);
  });

  test('of another centre is not told there', async () => {
    const { room, runtime, told } = await evicted();
    const centre = { id: 'other', name: { bn: 'ক', en: 'A' }, unionId: 'u', upazilaId: 'z', districtId: 'd' };
    await room.records.enrol({ kind: 'centre', deviceId: idOf(9), deviceCode: 'Q1ZX', centre }, 1);
    await runtime.flush();
    expect(told().at(-1)?.lost).toEqual([]);
    expect((await room.records.neverArrived()).items).toEqual([]);
  });
});

test('mode 6: the list of the server is fetched when it is another one, and not otherwise', async () => {
  const { room, runtime, tell, fetched } = await deviceThatIsHeard();
  const items = [{ trackingCode: code(7), announcedAt: '2026-11-22T04:42:00.000Z', state: 'lost' as const }];
  tell({ tag: '1.abc', items });
  await runtime.flush();
  expect(await room.records.neverArrived()).toEqual({ tag: '1.abc', items });
  await runtime.flush();
  await runtime.flush();
  expect(fetched()).toBe(1);
});

test('mode 6: after a decision on this device the list is asked for once, not with every flush', async () => {
  const { room, runtime, tell, fetched } = await deviceThatIsHeard();
  tell({ tag: '1.abc', items: [] });
  await runtime.flush();
  // The second says the epoch; from then on nothing is new, and no header names a list.
  await runtime.flush();
  await room.records.keepNeverArrived({ tag: '0', items: [] });
  tell({ tag: '0', items: [] });
  for (let n = 0; n < 4; n += 1) await runtime.flush();
  expect(fetched()).toBeLessThanOrEqual(2);
});

test('mode 6: what lies in the ledger’s place and is none harms nobody', async () => {
  for (const text of [
    '',
    '{',
    '[]',
    '{"waiting":3}',
    '{"waiting":[{"trackingCode":"x"}],"lost":null}',
    'null',
  ]) {
    const storage = {
      getItem: () => text,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(readLedger(storage)).toEqual({ v: 1, waiting: [], lost: [] });
    const { runtime, room } = await deviceThatIsHeard(storage);
    await room.outbox.add(coded(1));
    expect(await runtime.flush()).toMatchObject({ received: [idOf(1)] });
  }
});
